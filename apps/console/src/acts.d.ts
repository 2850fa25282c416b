/** A text of the schema in both languages. */
type BothWords = readonly [zh: string, en: string];

/** One field of an input, as the schema tells of it. */
interface InputField {
  readonly name: string;
  readonly label: BothWords;
  /** The name of its type. */
  readonly type: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** Of a field that takes words of a vocabulary. */
  readonly words?: readonly (readonly [value: string, label: BothWords])[];
  /** Of a field that is made of others. */
  readonly parts?: readonly InputField[];
}

/** What a command takes besides what every command takes. */
interface FormInput {
  readonly fields: readonly InputField[];
  /** Whether it is answered for with a reason. */
  readonly isReasoned: boolean;
}

/** A mutation that takes one input, as the schema tells of it. */
interface Mutation {
  readonly name: string;
  /** The name of the type of its input. */
  readonly type: string;
  readonly input: FormInput;
}

/** What the schema says of a mutation: made while building. */
declare module 'act:*' {
  const mutation: Mutation;
  export default mutation;
}
