import { type Actor, onlyFor } from '#access';
import { bilingual } from '#kernel';
import { listOf, looking, MayAsk, mutationsOf, objectTypeOf, paging, Viewer, viewerCanOn } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { AccountConnection, AccountsArgs } from './account.args.js';
import { accountCommands } from './account.commands.js';
import { account } from './account.decider.js';
import { accountOf } from './account.state.js';
import { accountCard, accountRow, type AccountRow } from './views/account.view.js';

const Mutations = mutationsOf(accountCommands, account, {
  AddAccount: ({ personId }) => ({ data: { personId }, stream: accountOf(personId) }),
});

const Account = objectTypeOf(accountRow);

export const AccountViewerCan = viewerCanOn({ type: Account, decider: account, streamOf: ({ id }) => id });

@Resolver(() => Account)
export class AccountResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(onlyFor('admin', 'auditor', 'discipline'))
  @Query(() => AccountConnection, { description: bilingual({ en: 'Who can sign in.', zh: '账号列表。' }) })
  accounts(@Args() args: AccountsArgs, @Viewer() viewer: Actor) {
    const { enabled, personId } = args;
    const page = paging<AccountRow>(args, { enabled, personId });
    return listOf(this.views, accountCard, page, looking(viewer, args));
  }
}
