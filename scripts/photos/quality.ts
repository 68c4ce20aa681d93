import sharp from "sharp";
import {
  type Encoding,
  encoders,
  fromPixels,
  inFormat,
  type Pixels,
  type RenditionFormat,
  takePixels,
} from "./encode.ts";

/** What a trial is to lose, see {@link dissimilarity}: a Butteraugli 3-norm of about 1. */
const aimedLoss = 0.15;

/** Steps of quality that a picture may be below, because a first visit on a telephone waits for it. */
const haste = 8;

/** Steps of quality from the usual one: the formula holds no further. */
const reach = 6;

/** The loss by {@link dissimilarity} up to which half the resolution of colour is not seen. */
const colourLoss = 1 / 3;

/**
 * How a picture is to be encoded in a format so that the eye finds as much fault with it as with any
 * other: with its colour at half the resolution where that shows nowhere, and at the format's usual
 * quality, moved by what one trial of it loses in its worst places. The picture is looked at in the size
 * in which it is shown.
 *
 * The numbers were found on 19 photographs, 832 px wide, with the 3-norm of Butteraugli (libjxl 0.7),
 * which is too slow for a build: AVIF is at 0.8 to 1.3 from all of them, 1 being what nobody sees, while
 * the least quality of one mean structural similarity was at 0.8 to 7.8.
 */
export async function encodingFor(
  picture: Pixels,
  { format, urgent }: { format: RenditionFormat; urgent: boolean },
): Promise<Encoding> {
  const { usual, step, trial } = encoders[format].quality;
  const { halfColour, smaller } = await lookAt(picture);
  const encoded = inFormat(fromPixels(picture), format, { quality: usual, halfColour, ...trial });
  const result = await takePixels(sharp(await encoded.toBuffer()));
  // Fine grain is lost first and missed least: at half the size it counts less.
  const loss = dissimilarity(smaller, await halfSize(result));
  const moved = Math.max(-reach, Math.min(Math.round(step * Math.log(loss / aimedLoss)), reach));
  return { quality: usual + moved - (urgent ? haste : 0), halfColour };
}

/** What of a picture is the same in each format. */
interface Look {
  halfColour: boolean;
  /** At half the size. */
  smaller: Pixels;
}

const looks = new WeakMap<Pixels, Promise<Look>>();

/** One look at a picture, however many formats are made of the same pixels. */
function lookAt(picture: Pixels): Promise<Look> {
  const known = looks.get(picture);
  if (known !== undefined) return known;
  const look = withHalfColour(picture).then(async (other) => ({
    halfColour: dissimilarity(picture, other) <= colourLoss,
    smaller: await halfSize(picture),
  }));
  looks.set(picture, look);
  return look;
}

/** The picture as it is when its colour is stored at half the resolution, and nothing else is lost. */
async function withHalfColour(picture: Pixels): Promise<Pixels> {
  const options = { quality: 100, chromaSubsampling: "4:2:0" };
  return takePixels(sharp(await fromPixels(picture).jpeg(options).toBuffer()));
}

function halfSize(picture: Pixels): Promise<Pixels> {
  const [width, height] = [picture.width, picture.height].map((side) => Math.ceil(side / 2));
  return takePixels(fromPixels(picture).resize(width, height, { fit: "fill", kernel: "linear" }));
}

/** Contrast below which an error hides no better: that of structural similarity, (0.03 · 255)². */
const leastContrast = (0.03 * 255) ** 2;

/**
 * How unlike two pictures of one size are where they are least alike; 0 where they are the same.
 *
 * In windows of 8 × 8 px, half over one another, the square error in lightness and in red against green
 * (the eye sees blue against yellow less sharply), relative to the contrast there is to hide it; of all
 * windows the 12-norm, so that the worst decide. It is what structural similarity has below its fraction
 * line, with the whole error above it: Wang and others, “Image Quality Assessment: From Error Visibility
 * to Structural Similarity”, 2004.
 */
function dissimilarity(one: Pixels, other: Pixels): number {
  const [columns, rows] = [Math.ceil(one.width / 4), Math.ceil(one.height / 4)];
  let total = 0;
  let upper = blockSums(one, other, 0);
  for (let row = 0; row < rows; row += 1) {
    const lower = blockSums(one, other, row + 1);
    for (let column = 0; column < columns; column += 1) {
      const left = sumCount * column;
      const right = left + sumCount;
      const sum = (at: number) =>
        (upper[left + at] ?? 0) +
        (upper[right + at] ?? 0) +
        (lower[left + at] ?? 0) +
        (lower[right + at] ?? 0);
      const pixels = sum(0);
      const contrast = sum(2) / pixels - square(sum(3) / pixels) - square(sum(4) / pixels);
      total += (sum(1) / pixels / (contrast + leastContrast)) ** 6;
    }
    upper = lower;
  }
  return (total / (rows * columns)) ** (1 / 12);
}

/** Of a block: its pixels, the errors, the squares of lightness in both, lightness in one and in the other. */
const sumCount = 5;

/**
 * The sums of a row of blocks of 4 × 4 px, one after the other and nothing behind the last, below the
 * picture nothing at all. Numbers in one array: an object a block takes three times as long.
 */
function blockSums(one: Pixels, other: Pixels, row: number): Float64Array {
  const { width, height } = one;
  const sums = new Float64Array(sumCount * (Math.ceil(width / 4) + 1));
  for (let block = 0; 4 * block < width; block += 1) {
    let [pixels, error, squares, lights, otherLights] = [0, 0, 0, 0, 0];
    for (let y = 4 * row; y < Math.min(4 * row + 4, height); y += 1) {
      for (let x = 4 * block; x < Math.min(4 * block + 4, width); x += 1) {
        const at = 3 * (y * width + x);
        const [light, otherLight] = [lightness(one.data, at), lightness(other.data, at)];
        const red = (one.data[at] ?? 0) - light - (other.data[at] ?? 0) + otherLight;
        pixels += 1;
        error += square(light - otherLight) + square(redness * red);
        squares += square(light) + square(otherLight);
        lights += light;
        otherLights += otherLight;
      }
    }
    sums.set([pixels, error, squares, lights, otherLights], sumCount * block);
  }
  return sums;
}

/** Far faster than `** 2`, which Node 20 works out like any power. */
function square(number: number): number {
  return number * number;
}

// Y and Cr as JPEG and WebP have them, ITU-R BT.601.

const redness = 0.713;

function lightness(data: Buffer, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}
