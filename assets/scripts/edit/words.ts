import { fillIn } from "../../../scripts/lib/fill-in.ts";

export const isChinese = document.documentElement.lang.startsWith("zh");

/** What the window says, in English and in Chinese. */
const words = table(`
list | All that can be edited | 所有可编辑的内容 ; other | 中文 | English
en | English | 英文 ; zh | Chinese | 中文 ; edit | Edit | 编辑
save | Save | 保存 ; saved | Everything is saved. | 已全部保存。
savedDraft | Saved as a draft; the check refuses it as it is. | 已存为草稿；照现在的样子，检查不会通过。
savedWrong | Everything is saved, and the check refuses it as it is. | 已全部保存，但照现在的样子，检查不会通过。
kept | Not saved yet; kept on this machine. | 尚未保存；已暂存在本机。
problem | 1 problem. | 1 个问题。 ; problems | {count} problems. | {count} 个问题。
refused | Not saved: | 未能保存：
lost | The preview has stopped. What you type stays in this browser until it is started again (npm start). | 预览已停止。您输入的内容会留在此浏览器中，直到重新启动预览（npm start）。
discard | Throw away what is not saved | 放弃未保存的内容
discardAsk | Throw away all that is not saved here? | 确定要放弃这里所有未保存的内容吗？
stamp | The Chinese follows this English text | 中文译文已与此英文一致
page | Open the page | 打开页面 ; live | The page, as saved | 页面（已保存的内容）
more | More | 更多 ; required | needed | 必填 ; example | Example: {example} | 例如：{example}
choose | Choose a photograph | 选择照片 ; noPhoto | No photograph | 不用照片
add | Add to “{name}” | 在“{name}”中添加一项 ; remove | Remove “{name}” | 删除“{name}”
text | Text | 正文 ; mend | Do what it says | 照此修改
whole | The form cannot be shown until the lines at the top are in order: here is the whole file. | 开头几行有误，无法显示表单。这里是整个文件。
asText | Show the whole file as text | 以文本显示整个文件 ; asForm | Show the form | 显示表单
textOnly | This can be changed in the whole file as text alone. | 这一处只能在整个文件的文本中修改。
line | Line {line}: {sentence} | 第 {line} 行：{sentence}
gone | This file is not there any more. | 这个文件已不存在。
entry | Entry | 条目
disk | This file has changed on the disk since you opened it. | 打开之后，磁盘上的这个文件已被修改。
elsewhere | Another window has another unsaved text of this file. | 另一个窗口中有此文件的另一份未保存的内容。
tab | This browser kept another text of this file while the preview was stopped. | 预览停止期间，此浏览器保留了此文件的另一份内容。
compare | Show both | 对照两份内容 ; unchanged | $ unchanged lines | $ 行相同
theirs | Take the other | 采用另一份 ; mine | Keep mine | 保留我的 ; back | Back | 返回
theirText | The other text | 另一份内容 ; myText | My text | 我的内容
pages | Pages | 页面 ; photographs | Photographs | 照片 ; data | Facts and words | 资料与用语
draft | draft | 草稿 ; unsaved | not saved | 未保存 ; make | Make the files | 创建文件
news | New article | 新文章 ; event | New event | 新活动 ; newPage | New page | 新页面
`);

/** Keys of front matter, records and facts: in Chinese; what they are; in English, where that is not the key itself. */
const keys = table(`
title | 标题 | 页面的标题 ; summary | 摘要 | 一两句话，用于列表和搜索引擎
date | 日期 | 发布日期；未到日期的不会发布 ; updated | 更新日期 | 读者应当知道的最近一次修改的日期
draft | 草稿 | 勾选后，网站上不显示此页 ; archive | 旧文 | 来自旧网站，不显示日期
tags | 标签 | 文章的主题，取自 content/_data/tags.yaml
author | 作者 | 撰写人：一个名字，或一列名字 ; translator | 译者 | 译成本语言的人：一个名字，或一列名字
photo | 照片 | 页面开头的照片 | Photograph ; src | 照片 | 照片的路径 | Photograph
alt | 替代文字 | 向看不见照片的人说明照片上有什么 | What it shows
aliases | 旧地址 | 本网站上通向此页的旧地址 | Old addresses
start | 开始 | 以所在城市的时间为准；全天活动只写日期 ; end | 结束 | 以所在城市的时间为准；全天活动写最后一天
city | 城市 | 在哪里，以哪里的时间为准 ; online | 线上 | 在线上举行；若有场所，则两处同时
venue | 场所 | 楼馆、公园或厅堂 ; address | 地址 | 街道与城镇
price | 费用 | 所需费用；free 表示免费 ; booking | 预订 | 预订网页，或 mailto: 加电子邮箱
status | 状态 | moved（改期至 start）或 cancelled（取消），并在 updated 写明日期
screens | 画面 | 页面开头的两幅画面，每座城市一幅 ; text | 文字 | Markdown：段落和链接
translated | 译自 | 所译英文的日期和印记 ; caption | 图注 | 页面上照片下方的文字
credit | 署名 | 照片由谁拍摄或制作 ; licence | 许可 | SPDX 标识，或 LicenseRef- 加自定名称
focus | 焦点 | 裁切时保留的位置 ; title-zh | 中文标题 | 可以以后再写
slug | 网址末段 | 留空则取自标题 | End of the address, if not made of the title
x | 距左边 | 占照片宽度的几分之几 | From the left ; y | 距上边 | 占照片高度的几分之几 | From the top
en | 英文 | 英文文字 | In English ; zh | 中文 | 中文文字 | In Chinese
origin | 网址 | 以 https:// 开头 | Address of the site ; name | 名称 | 中英文名称
contact | 联系方式 | 地址、电话和电子邮箱 ; telephone | 电话 | 最好带国家代码
email | 电子邮箱 | 公开的邮箱 | E-mail ; cities | 两座城市 | 航线两端的城市
liverpool | 利物浦 | 利物浦的资料 ; shanghai | 上海 | 上海的资料
place | 地点 | 航线起讫之处 ; river | 河流 | 流经城市的河流
latitude | 纬度 | 以度为单位，北纬为正 ; longitude | 经度 | 以度为单位，东经为正
timeZone | 时区 | 例如 Asia/Shanghai ; security | 安全联系 | 关于 security.txt
expires | 有效期至 | security.txt 有效的最后一天，至多一年
page | 页面 | 语言文件夹之下的路径，不含“.md” ; label | 导航名称 | 导航中显示的文字
when | 何时 | 年份或完整日期 ; what | 何事 | 发生了什么 ; source | 出处 | 资料来源
`);

function table(text: string): Map<string, string[]> {
  const rows = text.trim().split(/\n| ; /);
  return new Map(rows.map((row) => row.split(" | ")).map(([name = "", ...cells]) => [name, cells]));
}

/** @throws if there are no words of this name */
export function say(name: string, values: Record<string, string | number> = {}): string {
  const text = words.get(name)?.[isChinese ? 1 : 0];
  if (text === undefined) throw new Error(`there are no words for ${name}`);
  return fillIn(text, values);
}

/** The name of a key, or of an item of a list. */
export function labelOf(path: readonly (string | number)[]): string {
  const key = path.at(-1);
  if (key === undefined) return say("entry");
  if (typeof key === "number") return `${labelOf(path.slice(0, -1))} ${key + 1}`;
  const [chinese, , english] = keys.get(key) ?? [];
  const plain = key.replaceAll(/(?<=[a-z])(?=[A-Z])|-/g, " ").toLowerCase();
  return (isChinese ? chinese : english) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What a key is, in Chinese; the door says it in English. */
export function chineseHint(path: readonly (string | number)[]): string | undefined {
  return isChinese ? keys.get(String(path.at(-1)))?.[1] : undefined;
}

/** Where a file is edited, in the language of this window. */
export function addressOf(path: string): string {
  return `${document.documentElement.dataset.prefix}_edit/${path}?lang=${isChinese ? "zh" : "en"}`;
}

/** The language of a text, as `lang` has it. */
export function tagOf(language: string | number | undefined): string {
  return language === "zh" ? "zh-Hans" : "en-GB";
}
