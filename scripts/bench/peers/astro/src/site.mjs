export const site = {
  name: "Two Ports",
  navigation: [
    { label: "Welcome", url: "/" },
    { label: "About", url: "/about/" },
    { label: "News", url: "/news/" },
    { label: "Contact", url: "/contact/" },
  ],
};

export const day = (date) => date.toISOString().slice(0, 10);

export const newestFirst = (articles) => articles.toSorted((a, b) => b.data.date - a.data.date);
