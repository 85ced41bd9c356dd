import { quotesOf } from './quote.ts';
import type { Story, StoryEvent, StoryPlace } from '../story/schema.ts';

type Quoted<T> = T & { quote?: string | null };

/** A story as readers get it: the article's text only where it is released, quotes where only these are. */
export type ServedStory = Omit<Story, 'places' | 'events'> & {
  places: Quoted<StoryPlace & { quoteSpeaker?: string | null }>[];
  events: Quoted<StoryEvent>[];
};

/**
 * `story.json`: the story itself; without its text unless `release` is `full`, and then with a `quote` to each event
 * and place if it is `quotes`. A withdrawn story keeps its head and loses all that it told.
 */
export function servedStory(story: Story): ServedStory {
  if (story.withdrawn) return emptied(story);
  if (story.release === 'full') return story;
  const served: ServedStory = { ...story, text: null };
  if (story.release === 'none') return served;
  const quotes = quotesOf(story);
  return {
    ...served,
    places: story.places.map((place) => {
      const quote = quotes.place(place);
      return { ...place, quote: quote?.words ?? null, quoteSpeaker: quote?.speaker ?? null };
    }),
    events: story.events.map((event) => ({ ...event, quote: quotes.event(event) })),
  };
}

function emptied(story: Story): ServedStory {
  return {
    ...story,
    text: null,
    dateline: null,
    toponyms: [],
    places: [],
    people: [],
    timexes: [],
    events: [],
    legs: [],
    steps: [],
  };
}
