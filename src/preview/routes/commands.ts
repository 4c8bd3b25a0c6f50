import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { Refusal } from '../refusal.ts';
import { type CommandBody, checkCommand, checkCommands } from '../rules/command.ts';
import { ignoredInCommand } from '../rules/keys.ts';
import type { World } from '../world.ts';
import type { Call, Parts, Route } from './route.ts';

const createsADay = 200;
const day = 86_400_000;

/** Registers commands, everywhere or for one guild. */
export const commandRoutes: readonly Route[] = ['', '/guilds/:guild'].flatMap((scope): Route[] => {
  const all = `/applications/:application${scope}/commands`;
  const one = `${all}/:command`;
  return [
    {
      at: `GET ${all}`,
      handle: (call: Call<never>, { world }) => {
        const commands = [...scoped(call, world).values()];
        return call.query.get('with_localizations') === 'true' ? commands : commands.map(untranslated);
      },
    },
    { at: `PUT ${all}`, handle: replace },
    { at: `POST ${all}`, handle: create },
    { at: `GET ${one}`, handle: (call, { world }) => found(call, world) },
    { at: `PATCH ${one}`, handle: change },
    {
      at: `DELETE ${one}`,
      handle: (call: Call<never>, { world }) => {
        scoped(call, world).delete(found(call, world).id);
        world.tell({ type: 'commands' });
      },
    },
  ];
});

async function replace(call: Call<CommandBody[]>, parts: Parts): Promise<APIApplicationCommand[]> {
  const { world } = parts;
  const kept = scoped(call, world);
  for (const body of call.body) ignoredKeys(call, body, parts);
  await checkCommands(call.body);
  const before = new Map([...kept.values()].map((command) => [keyOf(command), command]));
  const after = call.body.map((body) => {
    const known = before.get(keyOf(body));
    if (!known) countCreate(call, world);
    return known ? updated(known, body, world) : made(call, body, world);
  });
  kept.clear();
  for (const command of after) kept.set(command.id, command);
  world.tell({ type: 'commands' });
  return after;
}

async function create(call: Call<CommandBody>, parts: Parts): Promise<APIApplicationCommand> {
  const { world } = parts;
  const kept = scoped(call, world);
  ignoredKeys(call, call.body, parts);
  await checkCommand(call.body);
  const known = [...kept.values()].find((command) => keyOf(command) === keyOf(call.body));
  if (!known) countCreate(call, world);
  const command = known ? updated(known, call.body, world) : made(call, call.body, world);
  await checkCommands([...kept.values(), ...(known ? [] : [command])] as CommandBody[]);
  kept.set(command.id, command);
  world.tell({ type: 'commands' });
  return command;
}

async function change(call: Call<CommandBody>, { world }: Parts): Promise<APIApplicationCommand> {
  const known = found(call, world);
  const command = updated(known, { ...(known as CommandBody), ...call.body }, world);
  await checkCommand(command as CommandBody);
  scoped(call, world).set(command.id, command);
  world.tell({ type: 'commands' });
  return command;
}

function scoped({ params }: Call, world: World): Map<string, APIApplicationCommand> {
  if (params.application !== world.applicationId) throw new Refusal('unknown-application');
  if (params.guild && !world.guilds.get(params.guild)?.members.has(world.bot.id))
    throw new Refusal('missing-access');
  return world.commandsIn(params.guild ?? 'global');
}

function found(call: Call, world: World): APIApplicationCommand {
  const command = scoped(call, world).get(call.params.command ?? '');
  if (!command) throw new Refusal('unknown-command');
  return command;
}

const keyOf = ({ type, name }: { type?: ApplicationCommandType; name: string }): string =>
  `${type ?? ApplicationCommandType.ChatInput} ${name}`;

/** Times of creation, by world and scope. Discord allows 200 a day in each. */
const creates = new WeakMap<World, Map<string, number[]>>();

function countCreate({ params }: Call, world: World): void {
  const scopes = creates.get(world) ?? new Map<string, number[]>();
  creates.set(world, scopes);
  const scope = params.guild ?? 'global';
  const now = world.clock.now();
  const recent = [...(scopes.get(scope) ?? []).filter((at) => at > now - day), now];
  if (recent.length > createsADay) throw new Refusal('too-many-creates');
  scopes.set(scope, recent);
}

function made({ params }: Call, body: CommandBody, world: World): APIApplicationCommand {
  return shaped(body, {
    id: world.snowflake(),
    application_id: world.applicationId,
    ...(params.guild && { guild_id: params.guild }),
    version: world.snowflake(),
  });
}

function updated(known: APIApplicationCommand, body: CommandBody, world: World): APIApplicationCommand {
  const { id, application_id, guild_id, version } = known;
  const same = shaped(body, { id, application_id, ...(guild_id && { guild_id }), version });
  // A change makes a new version; writing the same again does not.
  return JSON.stringify(same) === JSON.stringify(known) ? known : { ...same, version: world.snowflake() };
}

function shaped(body: CommandBody, own: Record<string, string>): APIApplicationCommand {
  const global = !own.guild_id;
  return {
    ...own,
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    ...(body.options?.length && { options: body.options }),
    default_member_permissions: body.default_member_permissions ?? null,
    ...(global && {
      dm_permission: body.dm_permission ?? true,
      contexts: body.contexts ?? null,
      integration_types: body.integration_types ?? [0],
    }),
    nsfw: body.nsfw ?? false,
  } as unknown as APIApplicationCommand;
}

/** As a list shows it. Unless translations are asked for, it leaves them out, in options too. */
function untranslated<T extends object>(of: T): T {
  const { name_localizations, description_localizations, ...rest } = of as Record<string, unknown>;
  const options = rest.options as object[] | undefined;
  return { ...rest, ...(options && { options: options.map(untranslated) }) } as T;
}

/** Where and how a command is installed can be said for global commands only. Discord ignores it elsewhere. */
function ignoredKeys({ params }: Call, body: CommandBody, { problems }: Parts): void {
  for (const key of ignoredInCommand(body)) problems.add('ignored', `${key} of the command ${body.name}`);
  if (!params.guild) return;
  for (const key of ['contexts', 'integration_types'] as const)
    if (body[key]) problems.add('ignored', `${key} of the guild command ${body.name}`);
}
