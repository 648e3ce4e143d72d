import { inBoth } from '../language/words.ts';

/** Somebody, as they are named beside their number. */
interface Named {
  readonly name: string;
  readonly staffNumber: string;
}

/** What signing in and choosing a password say. */
export const peopleWords = inBoth(
  {
    signIn: 'Sign in',
    signOut: 'Sign out',
    alreadySignedIn: (name: string, staffNumber: string) => `You are signed in already, as ${name} (${staffNumber}).`,
    goOn: 'Go on',
    asAnother: 'To sign in as somebody else, fill in the form.',
    replaced: (now: Named, before: Named) =>
      `Somebody else has signed in from this browser in another window: it is ${now.name} (${now.staffNumber}) now. What ${before.name} (${before.staffNumber}) typed into drafts and did not save stays in this browser until they sign in again.`,
    signedInAs: (name: string) => `Signed in as ${name}`,
    staffNumber: 'Staff number',
    password: 'Password',
    passwordAgain: 'Password once more',
    passwordsDiffer: 'The two passwords are not the same.',
    fullName: 'Name',
    needed: (field: string) => `${field} is needed.`,
    setUp: 'First set-up',
    setUpHint: 'The first account is an administrator: it makes the other accounts, and has no part in policy.',
    setUpDone: 'The account is made. Sign in with it now.',
    setUpNoLink: 'This page is opened by the link that the service printed when it started.',
    invitation: 'Choose a password',
    invitationHint: 'An administrator has made an account for you. The link works once.',
    invitationNoLink: 'This page is opened by the link that an administrator gave you.',
    create: 'Make the account',
    save: 'Save',
  },
  {
    signIn: '登录',
    signOut: '退出登录',
    alreadySignedIn: (name, staffNumber) => `您已登录：${name}（${staffNumber}）。`,
    goOn: '继续使用',
    asAnother: '要换用别人的账号，请在下面填写。',
    replaced: (now, before) =>
      `已有别人在本浏览器的另一个窗口登录，现在是${now.name}（${now.staffNumber}）。${before.name}（${before.staffNumber}）在草稿里输入而没有保存的内容留在本浏览器，其本人重新登录后还在。`,
    signedInAs: (name) => `当前登录：${name}`,
    staffNumber: '工号',
    password: '口令',
    passwordAgain: '再输一次口令',
    passwordsDiffer: '两次输入的口令不一致。',
    fullName: '姓名',
    needed: (field) => `请填写${field}。`,
    setUp: '首次设置',
    setUpHint: '第一个账号是管理员：负责建立其他账号，不参与标准的制定与审核。',
    setUpDone: '账号已建立，请用它登录。',
    setUpNoLink: '请用服务启动时打印的链接打开本页。',
    invitation: '设定口令',
    invitationHint: '管理员已为您建立账号。此链接只能使用一次。',
    invitationNoLink: '请用管理员给您的链接打开本页。',
    create: '建立账号',
    save: '保存',
  },
);
