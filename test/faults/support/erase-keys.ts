// A process of its own: erases the keys of streams one after the other, says of each when it is done, and may be killed at any time.
import { isAnyId } from '#kernel';
import { PostgresKeyStore } from '#platform/keys-postgres';
import { readMasterKey } from '#platform/personal-data';

const main = async ([url = '', masterFile = '', ...streams]: readonly string[]) => {
  const master = await readMasterKey(masterFile);
  if (!master) throw new Error(`${masterFile} holds no master key`);
  const store = await PostgresKeyStore.open(url, master);
  for (const stream of streams.filter(isAnyId)) {
    await store.erase(stream, new Date());
    console.log(`erased ${stream}`);
  }
  await store.close();
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
