let known: Promise<ReadonlySet<string>> | undefined;

const read = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
};

/** The passwords that many people use, in small letters; read when somebody first chooses one. */
export const commonPasswords = (): Promise<ReadonlySet<string>> => (known ??= read());
