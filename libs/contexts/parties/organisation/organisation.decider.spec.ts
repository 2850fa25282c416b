import { anId, shapeOf } from '#kernel';
import { keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { organisationCommands, type OrganisationCommand } from './organisation.commands.js';
import { organisation } from './organisation.decider.js';
import { aDissolution, anAdmin, anOrganisation, aPost, cityPath, standingCity, the } from '../parties.examples.js';

const standing = { territory: standingCity, parent: undefined, dependants: [] } as const;
const asked = {
  name: 'HQ of City Q',
  orgKind: 'headquarters',
  territoryId: the('territory', 1),
  temporary: true,
} as const;
const create: OrganisationCommand = { type: 'CreateOrganisation', data: asked };

describe('an organisation', () => {
  const { takes } = organisationCommands.declared.EstablishPost;
  keepsTheLaws(organisation, { EstablishPost: valuesOf(z.object({ ...shapeOf(takes), postId: anId('post') })) });
  const facts = { CreateOrganisation: standing, CorrectOrganisation: standing };
  const given = specification(organisation, anAdmin, facts, { DissolveOrganisation: { isTheirs: false, stays: true } });

  it('is created in a territory, whose path and level it keeps', () => {
    given().when(create).then(anOrganisation());
  });

  it('needs a territory that is there', () => {
    given()
      .when(create, {}, { CreateOrganisation: { ...standing, territory: { is: 'new' } } })
      .thenRefused('TERRITORY_NOT_FOUND', 'territoryId');
  });

  it('needs a parent that is there, when it names one', () => {
    const below: OrganisationCommand = { ...create, data: { ...asked, parentId: the('organisation', 2) } };
    given()
      .when(below, {}, { CreateOrganisation: { ...standing, parent: { is: 'new' } } })
      .thenRefused('PARENT_NOT_FOUND', 'parentId');
    given().when(below).thenRefused('PARENT_NOT_FOUND', 'parentId');
  });

  it('W1: is no older than the place that it stands in, when it is created and when that is corrected', () => {
    const since = standingCity.entry.validFrom;
    const early = '1999-12-31T00:00:00.000Z';
    const founded = (validFrom: string): OrganisationCommand => ({ ...create, data: { ...asked, validFrom } });
    given().when(founded(early)).thenRefused('OCCURRED_BEFORE', 'validFrom');
    given()
      .when(founded(since))
      .then(anOrganisation({ validFrom: since }));
    given(anOrganisation())
      .when({ type: 'CorrectOrganisation', data: { validFrom: early, reason: 'It was mistyped' } })
      .thenRefused('OCCURRED_BEFORE', 'validFrom');
  });

  it('W2: was not founded before 1949-10-01', () => {
    const unknown = { territory: { is: 'new' }, dependants: [] } as const;
    given(anOrganisation())
      .when(
        { type: 'CorrectOrganisation', data: { validFrom: '1900-01-01T00:00:00.000Z', reason: 'x' } },
        {},
        { CorrectOrganisation: unknown },
      )
      .thenRefused('BEFORE_1949', 'validFrom');
  });

  it('is created once', () => {
    given(anOrganisation()).when(create).thenRefused('ORGANISATION_EXISTS');
  });

  it('is renamed, to another name', () => {
    const rename = (name: string) => ({ type: 'RenameOrganisation', data: { name } }) as const;
    given(anOrganisation())
      .when(rename('HQ office of City Q'))
      .then({ type: 'OrgRenamed', data: { name: 'HQ office of City Q' } });
    given(anOrganisation()).when(rename('HQ of City Q')).thenRefused('NAME_UNCHANGED', 'name');
  });

  it('C34: may have two posts of principal leaders', () => {
    const second = { postId: the('post', 2), title: '市长', leaderRole: 'principal' } as const;
    given(anOrganisation(), aPost({ title: '市委书记', leaderRole: 'principal' }))
      .when({ type: 'EstablishPost', data: second })
      .then({ type: 'PostEstablished', data: second });
  });

  it('SD5: is dissolved by somebody who acts for another body', () => {
    given(anOrganisation())
      .when(
        { type: 'DissolveOrganisation', data: { reason: 'Merged' } },
        {},
        { DissolveOrganisation: { isTheirs: true, stays: true } },
      )
      .thenRefused('OWN_BODY');
  });

  it('establishes a post once', () => {
    given(anOrganisation(), aPost())
      .when({ type: 'EstablishPost', data: { postId: the('post'), title: 'Clerk' } })
      .thenRefused('POST_EXISTS');
  });

  describe('that is dissolved', () => {
    const dissolve = (reason?: string) => ({ type: 'DissolveOrganisation', data: { reason } }) as const;

    it('says why, and keeps where it stood', () => {
      given(anOrganisation()).when(dissolve()).thenRefused('REASON_REQUIRED', 'reason');
      given(anOrganisation()).when(dissolve('Its task is done')).then(aDissolution());
      expect(given(anOrganisation(), aDissolution()).state()).toMatchObject({
        is: 'dissolved',
        territoryPath: cityPath,
        dissolvedAt: anAdmin.occurredAt,
      });
    });

    it('is dissolved once', () => {
      given(anOrganisation(), aDissolution()).when(dissolve('Again')).thenRefused('ORGANISATION_DISSOLVED');
    });

    it('is not renamed, gets no post and is not created again', () => {
      const gone = given(anOrganisation(), aDissolution());
      gone.when({ type: 'RenameOrganisation', data: { name: 'Other' } }).thenRefused('ORGANISATION_DISSOLVED');
      gone
        .when({ type: 'EstablishPost', data: { postId: the('post'), title: 'Clerk' } })
        .thenRefused('ORGANISATION_DISSOLVED');
      gone.when(create).thenRefused('ORGANISATION_EXISTS');
    });

    it('is no parent', () => {
      const parent = given(anOrganisation(), aDissolution()).state();
      const below: OrganisationCommand = { ...create, data: { ...asked, parentId: the('organisation', 2) } };
      given()
        .when(below, {}, { CreateOrganisation: { ...standing, parent } })
        .thenRefused('PARENT_NOT_FOUND', 'parentId');
    });
  });

  it('F9: is put right where its entry was wrong, with a reason; that is no rename', () => {
    const entry = { name: 'HQ of City R', line: 'health' };
    const correct = { type: 'CorrectOrganisation', data: { ...entry, reason: 'Mistyped' } } as const;
    given(anOrganisation())
      .when(correct)
      .then({ type: 'OrgCorrected', data: { ...entry, reason: 'Mistyped' } });
    given(anOrganisation())
      .when({ ...correct, data: entry })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(anOrganisation({ ...entry }))
      .when(correct)
      .thenRefused('NOTHING_TO_CORRECT');
    const state = given(anOrganisation(), { type: 'OrgCorrected', data: { ...entry, reason: 'Mistyped' } }).state();
    expect(state).toMatchObject({ ...entry, orgKind: 'headquarters' });
  });

  it('is called otherwise together with its English name, which is gone where it is not said', () => {
    const english = anOrganisation({ name: 'Q市指挥部', nameEn: 'HQ of City Q' });
    const rename = (data: { readonly name: string; readonly nameEn?: string }) =>
      ({ type: 'RenameOrganisation', data }) as const;
    const after = (data: { readonly name: string; readonly nameEn?: string }) => {
      const state = given(english, { type: 'OrgRenamed', data }).state();
      return state.is === 'active' ? [state.name, state.nameEn] : undefined;
    };
    given(english)
      .when(rename({ name: 'Q市指挥部' }))
      .thenRefused('NAME_UNCHANGED', 'name');
    given(english)
      .when(rename({ name: 'Q市指挥部', nameEn: 'Headquarters of City Q' }))
      .then({ type: 'OrgRenamed', data: { name: 'Q市指挥部', nameEn: 'Headquarters of City Q' } });
    expect(after({ name: 'R市指挥部' })).toEqual(['R市指挥部', undefined]);
    expect(after({ name: 'R市指挥部', nameEn: 'HQ of City R' })).toEqual(['R市指挥部', 'HQ of City R']);
    expect(after({ name: 'Q市指挥部', nameEn: 'Headquarters' })).toEqual(['Q市指挥部', 'Headquarters']);
  });

  it('F9: has its English name put right; beside another name it is said anew, or there is none', () => {
    const english = anOrganisation({ name: 'Q市指挥部', nameEn: 'HQ of City Q' });
    const correct = {
      type: 'CorrectOrganisation',
      data: { name: 'R市指挥部', nameEn: 'HQ of City Q', reason: 'No' },
    } as const;
    given(english).when(correct).then({ type: 'OrgCorrected', data: correct.data });
    const state = given(english, { type: 'OrgCorrected', data: { line: 'health', reason: 'No' } }).state();
    expect(state).toMatchObject({ nameEn: 'HQ of City Q', line: 'health' });
    const gone = given(english, { type: 'OrgCorrected', data: { name: 'R市指挥部', reason: 'No' } }).state();
    expect(gone).not.toHaveProperty('nameEn');
  });

  it('F9: has the title of a post put right', () => {
    const correct = { type: 'CorrectPost', data: { postId: the('post'), title: 'Head', reason: 'Mistyped' } } as const;
    given(anOrganisation(), aPost()).when(correct).then({ type: 'PostCorrected', data: correct.data });
    given(anOrganisation()).when(correct).thenRefused('POST_NOT_THERE', 'postId');
    given(anOrganisation(), aPost())
      .when({ ...correct, data: { postId: the('post'), title: 'Head' } })
      .thenRefused('REASON_REQUIRED', 'reason');
  });
});
