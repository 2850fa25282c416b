import { simplified } from '../script/script.js';

/** What buttons and menus of web pages say. */
const WORDS = new Set(
  (
    '首页 网站首页 设为首页 加入收藏 购物车 我的购物车 加入购物车 免费下载 立即下载 下载 下载文档 下载本文 加入会员 会员中心 充值 ' +
    '登录 注册 退出 收藏 收藏本页 分享 分享到 打印 列印 打印本页 关闭 关闭窗口 关闭本页 返回顶部 返回列表 返回首页 返回 上一篇 下一篇 ' +
    '上一页 下一页 尾页 末页 字号 字体 大 中 小 无障碍 无障碍浏览 长者模式 联系我们 关于我们 网站地图 网站导航 版权声明 免责声明 ' +
    '微信 微博 QQ QQ空间 朋友圈 扫一扫 举报 投诉 客服 在线客服 帮助中心 导航 菜单 搜索 更多 点赞 评论 转发 相关推荐 热门推荐 猜你喜欢 ' +
    '相关阅读 相关链接 展开全文 阅读全文 查看更多 继续阅读 纠错 新闻 新闻中心 政务公开 政务服务 办事服务 互动交流 专题专栏 通知公告'
  ).split(' '),
);

/** Lines that say by their form that they are furniture. */
const LINES = [
  /^(?:上一篇|下一篇|当前位置|您的位置|您所在的?位置|您现在的位置)[:： ]/u,
  /^(?:浏览次数|浏览量|阅读量|阅读次数|阅读|点击数|点击量|访问量)[:： ]*\d+ *次?$/u,
  /^(?:字号|字体)[:： ]/u,
  /版权所有|ICP备|公网安备|网站标识码|Copyright|扫(?:一扫|描)二维码/iu,
  /^加入 *VIP/iu,
];

const BETWEEN = /[\s|>»·/\\[\]【】()（）:：+-]+/u;

/** Whether a line belongs to the page around a text: every word of it is a button's, or it has the form of a page's line. */
export const isFurniture = (line: string): boolean => {
  const words = simplified(line.trim());
  if (LINES.some((form) => form.test(words))) return true;
  const parts = words.split(BETWEEN).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => WORDS.has(part)) && parts.some((part) => part.length > 1);
};
