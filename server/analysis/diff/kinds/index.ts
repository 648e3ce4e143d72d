import { boundedDaysAdded } from './bounded-days-added.ts';
import { boundedDaysRemoved } from './bounded-days-removed.ts';
import { claimDateChanged } from './claim-date-changed.ts';
import { claimTypeAdded } from './claim-type-added.ts';
import { claimTypeRemoved } from './claim-type-removed.ts';
import { clauseAdded } from './clause-added.ts';
import { clauseChanged } from './clause-changed.ts';
import { clauseRemoved } from './clause-removed.ts';
import { costsChanged } from './costs-changed.ts';
import { factAdded } from './fact-added.ts';
import { factDefaultChanged } from './fact-default-changed.ts';
import { factItemAdded } from './fact-item-added.ts';
import { factItemRemoved } from './fact-item-removed.ts';
import { factItemsReordered } from './fact-items-reordered.ts';
import { factKindChanged } from './fact-kind-changed.ts';
import { factRemoved } from './fact-removed.ts';
import { factRenamed } from './fact-renamed.ts';
import type { ChangeKind } from './kind.ts';
import { labelChanged } from './label-changed.ts';
import { layerAdded } from './layer-added.ts';
import { layerChannelChanged } from './layer-channel-changed.ts';
import { layerCombineChanged } from './layer-combine-changed.ts';
import { layerPayerChanged } from './layer-payer-changed.ts';
import { layerPeriodExtended } from './layer-period-extended.ts';
import { layerPeriodMoved } from './layer-period-moved.ts';
import { layerPeriodShortened } from './layer-period-shortened.ts';
import { layerProductChanged } from './layer-product-changed.ts';
import { layerRemoved } from './layer-removed.ts';
import { layerRenamed } from './layer-renamed.ts';
import { layersReordered } from './layers-reordered.ts';
import { leftOutAdded } from './left-out-added.ts';
import { leftOutRemoved } from './left-out-removed.ts';
import { limitAdded } from './limit-added.ts';
import { limitCountChanged } from './limit-count-changed.ts';
import { limitFigureChanged } from './limit-figure-changed.ts';
import { limitNarrowed } from './limit-narrowed.ts';
import { limitReachChanged } from './limit-reach-changed.ts';
import { limitRedefined } from './limit-redefined.ts';
import { limitRemoved } from './limit-removed.ts';
import { limitRenamed } from './limit-renamed.ts';
import { limitWidened } from './limit-widened.ts';
import { limitsReordered } from './limits-reordered.ts';
import { neededFactAdded } from './needed-fact-added.ts';
import { neededFactRemoved } from './needed-fact-removed.ts';
import { periodChanged } from './period-changed.ts';
import { productAdded } from './product-added.ts';
import { productInsured } from './product-insured.ts';
import { productPeriodChanged } from './product-period-changed.ts';
import { productRemoved } from './product-removed.ts';
import { productRenamed } from './product-renamed.ts';
import { productReplacementChanged } from './product-replacement-changed.ts';
import { productWaivableChanged } from './product-waivable-changed.ts';
import { productWaived } from './product-waived.ts';
import { readingAdded } from './reading-added.ts';
import { readingRemoved } from './reading-removed.ts';
import { readingSubjectChanged } from './reading-subject-changed.ts';
import { ruleAdded } from './rule-added.ts';
import { ruleConditionsChanged } from './rule-conditions-changed.ts';
import { ruleFiguresChanged } from './rule-figures-changed.ts';
import { ruleFormChanged } from './rule-form-changed.ts';
import { ruleMoved } from './rule-moved.ts';
import { ruleNarrowed } from './rule-narrowed.ts';
import { ruleRemoved } from './rule-removed.ts';
import { ruleRenamed } from './rule-renamed.ts';
import { ruleWidened } from './rule-widened.ts';
import { rulesReordered } from './rules-reordered.ts';
import { sourceChanged } from './source-changed.ts';
import { standardAdded } from './standard-added.ts';
import { standardChoiceChanged } from './standard-choice-changed.ts';
import { standardDirectionChanged } from './standard-direction-changed.ts';
import { standardItemAdded } from './standard-item-added.ts';
import { standardItemRemoved } from './standard-item-removed.ts';
import { standardKeyAdded } from './standard-key-added.ts';
import { standardKeyRemoved } from './standard-key-removed.ts';
import { standardLimited } from './standard-limited.ts';
import { standardLowered } from './standard-lowered.ts';
import { standardPermissionChanged } from './standard-permission-changed.ts';
import { standardRaised } from './standard-raised.ts';
import { standardRedefined } from './standard-redefined.ts';
import { standardRemoved } from './standard-removed.ts';
import { standardRenamed } from './standard-renamed.ts';
import { standardReshaped } from './standard-reshaped.ts';
import { standardSet } from './standard-set.ts';
import { standardUnlimited } from './standard-unlimited.ts';
import { standardUnset } from './standard-unset.ts';

/** Every kind of change, in the order in which they are told. */
export const changeKinds = [
  standardRaised,
  standardLowered,
  standardSet,
  standardUnset,
  standardUnlimited,
  standardLimited,
  standardChoiceChanged,
  standardItemAdded,
  standardItemRemoved,
  standardKeyAdded,
  standardKeyRemoved,
  standardReshaped,
  standardRedefined,
  standardDirectionChanged,
  standardPermissionChanged,
  standardAdded,
  standardRemoved,
  standardRenamed,
  ruleAdded,
  ruleRemoved,
  ruleRenamed,
  ruleWidened,
  ruleNarrowed,
  ruleConditionsChanged,
  ruleMoved,
  ruleFormChanged,
  ruleFiguresChanged,
  rulesReordered,
  limitAdded,
  limitRemoved,
  limitRenamed,
  limitWidened,
  limitNarrowed,
  limitReachChanged,
  limitFigureChanged,
  limitCountChanged,
  limitRedefined,
  limitsReordered,
  layerAdded,
  layerRemoved,
  layerRenamed,
  layersReordered,
  layerPeriodExtended,
  layerPeriodShortened,
  layerPeriodMoved,
  layerCombineChanged,
  layerProductChanged,
  layerChannelChanged,
  layerPayerChanged,
  claimTypeAdded,
  claimTypeRemoved,
  claimDateChanged,
  factAdded,
  factRemoved,
  neededFactAdded,
  neededFactRemoved,
  boundedDaysAdded,
  boundedDaysRemoved,
  factRenamed,
  factKindChanged,
  factDefaultChanged,
  factItemAdded,
  factItemRemoved,
  factItemsReordered,
  costsChanged,
  productAdded,
  productRemoved,
  productRenamed,
  productPeriodChanged,
  productWaivableChanged,
  productWaived,
  productInsured,
  productReplacementChanged,
  periodChanged,
  labelChanged,
  clauseChanged,
  sourceChanged,
  clauseAdded,
  clauseRemoved,
  readingAdded,
  readingRemoved,
  readingSubjectChanged,
  leftOutAdded,
  leftOutRemoved,
] as const satisfies readonly ChangeKind[];

/** The id of a kind of change. */
export type ChangeKindId = (typeof changeKinds)[number]['id'];
