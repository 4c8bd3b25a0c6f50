/**
 * What commands and their options are called in other languages, for places that know a member's language before they type: one word of a
 * command or one option each. Lower case, no spaces, no two options of one command alike. English is the name in the code.
 */
export const NAMES: Readonly<Record<string, Readonly<Record<'de' | 'es' | 'fr', string>>>> = {
  // Commands.
  ask: { de: 'fragen', es: 'preguntar', fr: 'demander' },
  check: { de: 'prüfen', es: 'comprobar', fr: 'vérifier' },
  who: { de: 'wer', es: 'quién', fr: 'qui' },
  claims: { de: 'behauptungen', es: 'afirmaciones', fr: 'affirmations' },
  denials: { de: 'dementis', es: 'desmentidos', fr: 'démentis' },
  quotes: { de: 'zitate', es: 'citas', fr: 'citations' },
  articles: { de: 'artikel', es: 'artículos', fr: 'articles' },
  help: { de: 'hilfe', es: 'ayuda', fr: 'aide' },
  reindex: { de: 'neueinlesen', es: 'reindexar', fr: 'réindexer' },
  corpus: { de: 'korpus', es: 'corpus', fr: 'corpus' },
  reports: { de: 'meldungen', es: 'avisos', fr: 'signalements' },
  aliases: { de: 'namen', es: 'nombres', fr: 'noms' },
  audit: { de: 'protokoll', es: 'registro', fr: 'journal' },
  status: { de: 'status', es: 'estado', fr: 'état' },
  add: { de: 'hinzufügen', es: 'añadir', fr: 'ajouter' },
  remove: { de: 'entfernen', es: 'quitar', fr: 'retirer' },
  edit: { de: 'berichtigen', es: 'corregir', fr: 'corriger' },
  list: { de: 'liste', es: 'lista', fr: 'liste' },
  close: { de: 'abschließen', es: 'cerrar', fr: 'clore' },
  merge: { de: 'vereinen', es: 'unir', fr: 'fusionner' },
  split: { de: 'trennen', es: 'separar', fr: 'séparer' },
  hide: { de: 'verbergen', es: 'ocultar', fr: 'masquer' },
  undo: { de: 'rückgängig', es: 'deshacer', fr: 'annuler' },

  // Options.
  question: { de: 'frage', es: 'pregunta', fr: 'question' },
  text: { de: 'text', es: 'texto', fr: 'texte' },
  name: { de: 'name', es: 'nombre', fr: 'nom' },
  about: { de: 'über', es: 'sobre', fr: 'sujet' },
  by: { de: 'von', es: 'por', fr: 'par' },
  find: { de: 'suche', es: 'buscar', fr: 'chercher' },
  private: { de: 'privat', es: 'privado', fr: 'privé' },
  file: { de: 'datei', es: 'archivo', fr: 'fichier' },
  file2: { de: 'datei2', es: 'archivo2', fr: 'fichier2' },
  file3: { de: 'datei3', es: 'archivo3', fr: 'fichier3' },
  file4: { de: 'datei4', es: 'archivo4', fr: 'fichier4' },
  file5: { de: 'datei5', es: 'archivo5', fr: 'fichier5' },
  article: { de: 'artikel', es: 'artículo', fr: 'article' },
  title: { de: 'titel', es: 'título', fr: 'titre' },
  outlet: { de: 'medium', es: 'medio', fr: 'média' },
  published: { de: 'erschienen', es: 'publicado', fr: 'publié' },
  url: { de: 'link', es: 'enlace', fr: 'lien' },
  report: { de: 'meldung', es: 'aviso', fr: 'signalement' },
  outcome: { de: 'ergebnis', es: 'resultado', fr: 'résultat' },
  into: { de: 'in', es: 'en', fr: 'vers' },
  entry: { de: 'eintrag', es: 'entrada', fr: 'entrée' },
};

/** A word of a command, or an option, as it is called in a language; its English name where it has no other. */
export function localName(name: string, language: string): string {
  const names: Readonly<Record<string, string>> | undefined = NAMES[name];
  return names?.[language] ?? name;
}
