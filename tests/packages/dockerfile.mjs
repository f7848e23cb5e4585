// Prints a Dockerfile as JSON: what is wrong with it, and its instructions.
import { readFileSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";

const text = readFileSync(process.argv[2], "utf8");
console.log(JSON.stringify({
  problems: validate(text).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`),
  instructions: DockerfileParser.parse(text).getInstructions().map((instruction) => ({
    keyword: instruction.getKeyword(),
    // As a shell would join the lines.
    arguments: (instruction.getRawArgumentsContent() ?? "").replace(/\\\n\s*/g, ""),
  })),
}));
