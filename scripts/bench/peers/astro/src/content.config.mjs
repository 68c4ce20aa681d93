import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const schema = z.object({ title: z.string(), summary: z.string(), date: z.coerce.date() });

export const collections = {
  news: defineCollection({
    loader: glob({ pattern: "*.md", base: "./src/content/news" }),
    schema,
  }),
};
