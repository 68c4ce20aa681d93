import assert from "node:assert/strict";
import { test } from "node:test";
import { timeDifference } from "../../../scripts/lib/time-difference.ts";

test("Shanghai is 8 hours ahead of Liverpool in winter, 7 in summer", () => {
  assert.deepEqual(timeDifference("Europe/London", "Asia/Shanghai", 2025), {
    winter: 8,
    summer: 7,
  });
});

test("the other way round it is behind", () => {
  assert.deepEqual(timeDifference("Asia/Shanghai", "Europe/London", 2025), {
    winter: -8,
    summer: -7,
  });
});

test("the year counts: China had summer time in 1988", () => {
  assert.equal(timeDifference("Europe/London", "Asia/Shanghai", 1988).summer, 8);
});

test("half hours, and a zone that crosses midnight", () => {
  assert.equal(timeDifference("Europe/London", "Asia/Kolkata", 2025).winter, 5.5);
  assert.equal(timeDifference("Europe/London", "Pacific/Auckland", 2025).winter, 13);
});

test("a zone that does not exist is refused", () => {
  assert.throws(() => timeDifference("Europe/Liverpool", "Asia/Shanghai", 2025), RangeError);
});
