import { type APIApplicationCommandOptionChoice, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from './interactions.ts';
import { type Component, everyComponent, isSelect, type Modal } from './rules/components.ts';
import type { Embed } from './rules/message.ts';
import type { Stored, World } from './world.ts';

export type Outcome = 'waiting' | 'thinking' | 'answered' | 'form' | 'choices' | 'did not respond';

/**
 * What one user sees of the bot's answer to something they did. It is live and always shows the message as it is now.
 * If a button updates its own message, it shows that message.
 */
export class Sight {
  readonly #world: World;
  readonly interaction: Interaction | null;
  readonly #message: Stored | null;

  constructor(world: World, interaction: Interaction | null, message: Stored | null = null) {
    this.#world = world;
    this.interaction = interaction;
    this.#message = message;
  }

  get outcome(): Outcome {
    const { interaction } = this;
    if (!interaction) return this.#message ? 'answered' : 'did not respond';
    if (interaction.state === 'missed') return 'did not respond';
    if (interaction.state === 'waiting') return 'waiting';
    if (interaction.modal) return 'form';
    if (interaction.choices) return 'choices';
    return interaction.completed || interaction.followUps.length > 0 ? 'answered' : 'thinking';
  }

  /** The message, or null if there is none or it was deleted. */
  get stored(): Stored | null {
    const stored = this.#message ?? this.interaction?.original ?? null;
    return stored?.gone ? null : stored;
  }

  /** All its text, top to bottom, with a line for each part, as markdown. */
  get text(): string {
    return this.stored ? textOf(this.stored) : '';
  }

  /** "Only you can see this". */
  get ephemeral(): boolean {
    return this.stored?.onlyFor != null;
  }

  get loading(): boolean {
    return ((this.stored?.payload.flags ?? 0) & MessageFlags.Loading) !== 0;
  }

  /** Buttons and select menus, including disabled ones. */
  get controls(): readonly Component[] {
    return this.stored ? controlsOf(this.stored) : [];
  }

  /** The labels of the enabled buttons. */
  get buttons(): string[] {
    return this.controls
      .filter(({ type, disabled }) => type === ComponentType.Button && !disabled)
      .map(labelOf);
  }

  get followUps(): Sight[] {
    return (this.interaction?.followUps ?? []).map((stored) => new Sight(this.#world, null, stored));
  }

  get form(): Modal | null {
    return this.interaction?.modal ?? null;
  }

  get choices(): readonly APIApplicationCommandOptionChoice[] {
    return this.interaction?.choices ?? [];
  }

  /** Resolves when `holds` is true of it, checking again whenever anything happens. */
  async until(holds: (sight: this) => boolean): Promise<this> {
    if (holds(this)) return this;
    return new Promise((resolve) => {
      const stop = this.#world.onHappening(() => {
        if (!holds(this)) return;
        stop();
        resolve(this);
      });
    });
  }

  /** Resolves when the bot has answered, opened a form, or missed its time. */
  settled(): Promise<this> {
    return this.until(({ outcome }) => outcome !== 'waiting' && outcome !== 'thinking');
  }
}

/** The label of a button, or its emoji; empty if it has neither. */
export const labelOf = ({ label, emoji }: Component): string => label ?? emoji?.name ?? '';

/** The buttons and select menus of a message, top to bottom, including disabled ones. */
export const controlsOf = ({ payload }: Stored): Component[] =>
  [...everyComponent(payload.components as Component[])]
    .map(({ component }) => component)
    .filter((component) => component.type === ComponentType.Button || isSelect(component));

function textOf({ payload }: Stored): string {
  const embeds = (payload.embeds as Embed[]).flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const shown = [...everyComponent(payload.components as Component[])].map(
    ({ component }) => component.content,
  );
  return [payload.content, ...embeds, ...shown].filter(Boolean).join('\n');
}
