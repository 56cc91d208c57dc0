// Makes the npm packages: `safepaste`, and the one for a system, which carries its program.
//
//   node pack.mjs BINARY OUT [PLATFORM-ARCH]     such as linux-x64, darwin-arm64, win32-x64; without it, this system

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SYSTEMS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"];

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const [binary, out, system = `${process.platform}-${process.arch}`] = process.argv.slice(2);
if (!binary || !out || !SYSTEMS.includes(system)) {
  console.error(`usage: node pack.mjs BINARY OUT [${SYSTEMS.join("|")}]`);
  process.exit(2);
}

const field = (name) => readFileSync(join(root, "Cargo.toml"), "utf8").match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];
const version = field("version");
const shared = { version, description: field("description"), license: "(MIT OR Apache-2.0)" };

/** Lays the files of a package out, `[from, name]`, and packs them. */
function pack(manifest, files) {
  const folder = mkdtempSync(join(tmpdir(), "safepaste-npm-"));
  try {
    writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...manifest, ...shared }, null, 2)}\n`);
    for (const [from, name] of [...files, ...["MIT", "APACHE"].map((l) => [join(root, `LICENSE-${l}`), `LICENSE-${l}`])]) {
      copyFileSync(from, join(folder, name));
    }
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    execFileSync(npm, ["pack", "--silent", "--pack-destination", resolve(out)], { cwd: folder, stdio: "inherit", shell: npm === "npm.cmd" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

mkdirSync(out, { recursive: true });
const [platform, arch] = system.split("-");
const program = platform === "win32" ? "safepaste.exe" : "safepaste";
pack({ name: `safepaste-${system}`, os: [platform], cpu: [arch], preferUnplugged: true }, [[binary, program]]);
pack(
  {
    name: "safepaste",
    bin: { safepaste: "safepaste.js" },
    engines: { node: ">=18" },
    optionalDependencies: Object.fromEntries(SYSTEMS.map((known) => [`safepaste-${known}`, version])),
  },
  [[join(here, "safepaste.js"), "safepaste.js"], [join(root, "README.md"), "README.md"]],
);
