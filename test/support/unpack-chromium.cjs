// node unpack-chromium.cjs: unpacks the Chromium of the development dependency into TMPDIR, with the libraries that a bare machine lacks.
// A process of its own: the package reads its surroundings while it is loaded.
const chromium = require('@sparticuz/chromium');

(chromium.default ?? chromium).executablePath().then(
  (path) => console.log(path),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
