import assert from "node:assert/strict";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { ContentFailure, EnvironmentFailure } from "../../../scripts/lib/failure.ts";
import { formatProblem } from "../../../scripts/lib/format-problem.ts";
import { newPhoto } from "../../../scripts/new/new-photo.ts";
import { parseRecord } from "../../../scripts/photos/record.ts";
import { noise, soundRecord } from "../photos/pictures.ts";
import { temporaryProject } from "../photos/temporary-project.ts";

const given = {
  "alt-en": "Barges: three # of them",
  "alt-zh": "江上驳船",
  "caption-en": "The river",
  "caption-zh": "这条河",
  "credit-en": "Nobody",
  "credit-zh": "007",
  licence: "CC-BY-4.0",
};

const jpeg = () => noise(40, 30).jpeg().toBuffer();

async function make(
  context: TestContext,
  files: Record<string, Uint8Array | string>,
  said: Record<string, string>,
) {
  const project = await temporaryProject(context);
  for (const [path, content] of Object.entries(files)) await project.write(path, content);
  const from = join(project.root, "from");
  return (await newPhoto(project.root, from, { ...given, ...said }, undefined)).files;
}

test("a picture is copied under a good name, with a record that reads as it was said", async (context) => {
  const picture = await noise(40, 30).png().toBuffer();
  const files = await make(context, { "from/IMG 12 (É).JPG": picture }, { file: "IMG 12 (É).JPG" });
  assert.deepEqual(
    [...files.keys()],
    ["assets/photos/img-12-e.png", "assets/photos/img-12-e.yaml"],
  );
  assert.deepEqual(files.get("assets/photos/img-12-e.png"), picture);
  const text = String(files.get("assets/photos/img-12-e.yaml"));
  assert.deepEqual(parseRecord(text, "img-12-e.yaml").record, {
    alt: { en: given["alt-en"], zh: given["alt-zh"] },
    caption: { en: given["caption-en"], zh: given["caption-zh"] },
    credit: { en: given["credit-en"], zh: given["credit-zh"] },
    licence: "CC-BY-4.0",
    focus: { x: 0.5, y: 0.5 },
  });
  const explained = text.match(/(?<=^# .+\n)\w+(?=:)/gm);
  assert.deepEqual(explained, ["alt", "caption", "credit", "licence", "focus"]);
});

test("a picture that is in the folder already gets its record beside it", async (context) => {
  const path = "assets/photos/2026/Dock.JPG";
  const files = await make(context, { [path]: await jpeg() }, { file: `../${path}` });
  assert.deepEqual([...files.keys()], ["assets/photos/2026/Dock.yaml"]);
});

test("a picture that cannot be used is refused with the words of the check", async (context) => {
  const whole = await jpeg();
  const cut = whole.subarray(0, whole.length / 2);
  await assert.rejects(make(context, { "from/a.jpg": cut }, { file: "a.jpg" }), (error) => {
    assert.ok(error instanceof ContentFailure);
    assert.deepEqual(error.problems.map(formatProblem), [
      "a.jpg:1:1  a.jpg is a damaged or truncated JPEG: a part of the picture cannot be read — copy or export the photograph again",
    ]);
    return true;
  });
});

const refused: [
  name: string,
  there: string | undefined,
  said: Record<string, string>,
  message: string,
][] = [
  [
    "a picture that is not there",
    undefined,
    { file: "b.jpg" },
    "There is no file b.jpg — give the path of the picture",
  ],
  [
    "a name that has a picture",
    "assets/photos/A.png",
    { file: "a.jpg" },
    "assets/photos/A.png is there already — give another name with --name",
  ],
  [
    "a name that has a record",
    "assets/photos/dock.yaml",
    { file: "a.jpg", name: "dock" },
    "assets/photos/dock.yaml is there already — give another name with --name",
  ],
  [
    "a name that is none",
    undefined,
    { file: "a.jpg", name: "上海" },
    "--name: `上海` has other characters than lower-case letters a–z, digits and hyphens — write those alone",
  ],
  [
    "a licence that is none",
    undefined,
    { file: "a.jpg", licence: "public domain" },
    "--licence: `public domain` is not the identifier of a licence — write one of the SPDX list, such as `CC0-1.0` or `CC-BY-4.0`, or `LicenseRef-` and a name",
  ],
];

for (const [name, there, said, message] of refused) {
  test(`${name} is refused`, async (context) => {
    const files = { "from/a.jpg": await jpeg(), ...(there ? { [there]: soundRecord } : {}) };
    await assert.rejects(make(context, files, said), { constructor: EnvironmentFailure, message });
  });
}
