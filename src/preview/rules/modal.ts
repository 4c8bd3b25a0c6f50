import { ComponentType } from 'discord-api-types/v10';
import { type Fault, refuseIf } from '../refusal.ts';
import { type Component, componentFaults, everyComponent, isSelect } from './components.ts';
import { oracle } from './oracle.ts';

const mostRows = 5;

/** Throws Discord's answer to this form, if it would refuse it. */
export async function checkModal(modal: {
  readonly components?: readonly Component[] | null;
}): Promise<void> {
  refuseIf(inData(await oracle('ModalInteractionCallbackRequestData', modal)));
  const faults: Fault[] = componentFaults([...everyComponent(modal.components)]);
  if ((modal.components?.length ?? 0) > mostRows)
    faults.push({
      path: ['components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between 1 and ${mostRows} in length.`,
    });
  for (const { component, path } of everyComponent(modal.components)) {
    const input = component.type === ComponentType.TextInput;
    if ((input || isSelect(component)) && component.custom_id === undefined)
      faults.push({
        path: [...path, 'custom_id'],
        code: 'BASE_TYPE_REQUIRED',
        message: 'This field is required',
      });
    if (input && component.value !== undefined && component.value.length > (component.max_length ?? 4000))
      faults.push({
        path: [...path, 'value'],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: `Must be ${component.max_length ?? 4000} or fewer in length.`,
      });
    if (input && component.min_length !== undefined && component.min_length > (component.max_length ?? 4000))
      faults.push({
        path: [...path, 'min_length'],
        code: 'NUMBER_TYPE_MAX',
        message: 'min_length must be less than or equal to max_length',
      });
  }
  refuseIf(inData(faults));
}

const inData = (faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, path: ['data', ...fault.path] }));
