import { type APIApplicationCommandOptionChoice, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from './interactions.ts';
import { type Component, everyComponent, isSelect, type Modal } from './rules/components.ts';
import type { Embed } from './rules/message.ts';
import type { Stored, World } from './world.ts';

export type Outcome = 'waiting' | 'thinking' | 'answered' | 'form' | 'choices' | 'did not respond';

/**
 * What one user sees of the bot's answer to what they did. It is live: it always tells of the message as it is now.
 * An update of the message a button stands on is that message.
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

  /** The message, or null where there is none or it was deleted. */
  get stored(): Stored | null {
    const stored = this.#message ?? this.interaction?.original ?? null;
    return stored?.gone ? null : stored;
  }

  /** Everything written in it, top to bottom, a line for each part; markdown as the bot wrote it. */
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

  /** Buttons and select menus, those that are switched off too. */
  get controls(): readonly Component[] {
    return this.stored ? controlsOf(this.stored) : [];
  }

  /** The labels of the buttons that can be pressed. */
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

  /** Resolves when `holds` is true of it, looking again whenever anything happens. */
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

  /** Resolves when the bot has answered, asked for more by a form, or missed its time. */
  settled(): Promise<this> {
    return this.until(({ outcome }) => outcome !== 'waiting' && outcome !== 'thinking');
  }
}

/** What is written on a button, or its emoji; empty for one with neither. */
export const labelOf = ({ label, emoji }: Component): string => label ?? emoji?.name ?? '';

/** The buttons and select menus of a message, top to bottom, those that are switched off too. */
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
