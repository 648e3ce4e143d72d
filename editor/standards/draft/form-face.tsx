import type { ComponentProps } from 'react';
import { Waiting } from '../../shell/waiting.tsx';
import { AddedCategories } from '../added/added-categories.tsx';
import { AddedProducts } from '../added/added-products.tsx';
import { CityForm } from '../city/city-form.tsx';
import { StandardsForm } from '../form/form.tsx';
import { HeadingFields } from '../form/heading-fields.tsx';
import { UnreadProvider } from '../form/unread.ts';
import { DraftViewProvider } from '../form/view.ts';
import type { DeskDraft } from './use-desk-draft.ts';

interface FormFaceOf {
  readonly of: DeskDraft;
  /** Whom its fields tell that what stands in them is not in the draft. */
  readonly fields: ComponentProps<typeof UnreadProvider>['value'];
  readonly onText: (text: string) => void;
}

/** A draft as a form: a city's, a county's, or its heading alone where there are no rules that it could be read by. */
export function FormFace({ of, fields, onText }: FormFaceOf) {
  const { view, rules, heading, error, isCounty, text } = of;
  if (rules !== null)
    return (
      <UnreadProvider value={fields}>
        <CityForm rules={rules} heading={heading} />
      </UnreadProvider>
    );
  if (view !== null)
    return (
      <DraftViewProvider value={view}>
        <UnreadProvider value={fields}>
          <StandardsForm />
          <AddedProducts text={text} onText={onText} />
          <AddedCategories text={text} onText={onText} />
        </UnreadProvider>
      </DraftViewProvider>
    );
  if (error === null) return <Waiting />;
  return (
    <UnreadProvider value={fields}>
      <HeadingFields {...heading} hasReason={isCounty} />
    </UnreadProvider>
  );
}
