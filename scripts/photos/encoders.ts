/**
 * The formats that pages offer, best first, and their settings.
 *
 * `quality.target` is the structural similarity that `find-quality.ts` looks for in each photograph, so
 * that waves and bricks get a higher quality than a lawn; on the two renderings of the site the targets
 * give about what the fixed qualities 40, 60 and 66 gave. AVIF loses smoothly and may go further than the
 * others: the difference was looked for on the screen and not found, and the first photograph of Welcome
 * arrives in the first ten packets of a connection.
 *
 * `least` and `most` bound it: 32 steps, so that five trials find the one. Below the least a flat picture
 * shows bands; above the most, noise costs bytes that nobody sees.
 */
export const encoders = {
  avif: {
    type: "image/avif",
    extension: "avif",
    quality: { target: 0.925, least: 30, most: 61 },
    options: {
      // libaom's tuning for still pictures: by SSIMULACRA 2 a tenth fewer bytes than `ssim`, in the same time.
      tune: "iq",
      // Effort 3 takes twice as long as 2 for 6 % fewer bytes; 4 takes four times as long for 4 % more.
      effort: 3,
      // Half the colour resolution of 4:4:4, invisible in photographs, for 5 % fewer bytes.
      chromaSubsampling: "4:2:0",
    },
  },
  webp: {
    type: "image/webp",
    extension: "webp",
    quality: { target: 0.95, least: 46, most: 77 },
    options: {
      // The most there is: 4 % fewer bytes than the default, and still three times as fast as AVIF.
      effort: 6,
    },
  },
  jpeg: {
    type: "image/jpeg",
    extension: "jpg",
    quality: { target: 0.95, least: 50, most: 81 },
    options: {
      // Trellis quantisation and optimised scans: a tenth fewer bytes than libjpeg at the same quality.
      mozjpeg: true,
      // The picture stands whole at once and sharpens, which matters on slow lines.
      progressive: true,
    },
  },
} as const;

export type RenditionFormat = keyof typeof encoders;
