/** All that a surface is made of. */

import { Document, Dropcursor, Gapcursor, Text, UndoRedo } from "django-prose-editor/editor";
import { edges } from "editor/edges";
import { keys } from "editor/keys";
import { Emphasis } from "editor/marks/emphasis";
import { Foreign } from "editor/marks/foreign";
import { Isolate } from "editor/marks/isolate";
import { Link } from "editor/marks/link";
import { Strong } from "editor/marks/strong";
import { Superscript } from "editor/marks/superscript";
import { WorkTitle } from "editor/marks/work_title";
import { markers } from "editor/markers";
import { Conclusion } from "editor/nodes/conclusion";
import { Embed } from "editor/nodes/embed";
import { figure } from "editor/nodes/figure";
import { Item, List } from "editor/nodes/list";
import { Note } from "editor/nodes/note";
import { panel } from "editor/nodes/panel";
import { Paragraph } from "editor/nodes/paragraph";
import { Point } from "editor/nodes/point";
import { Attribution, Quote } from "editor/nodes/quote";
import { Section } from "editor/nodes/section";
import { Subheading } from "editor/nodes/subheading";
import { TABLES } from "editor/nodes/table";

const MARKS = [Link, Foreign, Isolate, WorkTitle, Strong, Emphasis, Superscript];
const BLOCKS = [Paragraph, Section, Point, Conclusion, Subheading, Quote, Attribution, List, Item, Embed, ...TABLES];

/** The document of a surface, and how it behaves. */
export function extensions(surface) {
  const names = surface.config.languages[surface.language].panels ?? {};
  const nodes = [Document, Text, Note, ...BLOCKS, panel(names), figure(surface)];
  return [...nodes, ...MARKS, UndoRedo, Gapcursor, Dropcursor, keys(surface), edges, markers];
}

/** The text of a note: one paragraph without notes. */
export function noteExtensions(surface) {
  const Line = Document.extend({ content: "paragraph" });
  return [Line, Text, Paragraph, ...MARKS, UndoRedo, keys(surface)];
}
