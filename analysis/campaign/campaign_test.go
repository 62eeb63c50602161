package campaign

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

// items are done things of a test, and such as are missing.
func items(test string, done, of int) (all []Item) {
	for i := range of {
		all = append(all, Item{test, "", i < done})
	}
	return all
}

func TestM70(t *testing.T) {
	cfg := Default()
	for name, tt := range map[string]struct {
		phase   string
		course  Course
		next    string
		missing string
	}{
		"four of five are known":         {Thinking, Course{Complete: 80}, Acting, ""},
		"three of five are known":        {Thinking, Course{Complete: 60}, Acting, "campaign.missing_analysis"},
		"nobody knows how much is known": {Thinking, Course{Complete: null.None}, Acting, "campaign.missing_analysis"},
		"an action is not done":          {Acting, Course{Pending: 1}, Reviewing, "campaign.missing_actions"},
		"all is done":                    {Acting, Course{}, Reviewing, ""},
		"nothing was learned":            {Reviewing, Course{}, Closed, "campaign.missing_lessons"},
		"one thing was learned":          {Reviewing, Course{Lessons: 1}, Closed, ""},
		"it is over":                     {Closed, Course{}, "", ""},
	} {
		if next, missing := cfg.Next(tt.phase, tt.course); next != tt.next || missing != tt.missing {
			t.Errorf("%s: %s %s", name, next, missing)
		}
	}
}

func TestM71(t *testing.T) {
	all := append(append(items(People, 3, 4), items(Words, 3, 5)...), items(Deeds, 1, 2)...)
	if got := Mark(all); got.People != 75 || got.Words != 60 || got.Deeds != 50 || got.Overall != 50 || got.Weakest != Deeds {
		t.Errorf("%+v", got)
	}
	if got := Mark(items(People, 1, 1)); got.Overall.Known() || got.Weakest != "" {
		t.Errorf("a chain of one link: %+v", got)
	}
}

// Doing one thing more never makes the whole worse, which is never better than a part.
func TestAChainIsAsStrongAsItsWeakestLink(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Item
		for _, test := range []string{People, Words, Deeds} {
			of := rapid.IntRange(1, 6).Draw(t, test)
			all = append(all, items(test, rapid.IntRange(0, of).Draw(t, test+" done"), of)...)
		}
		before := Mark(all)
		all[rapid.IntRange(0, len(all)-1).Draw(t, "at")].Done = true
		after := Mark(all)
		if after.Overall < before.Overall || after.Overall > min(after.People, after.Words, after.Deeds) {
			t.Fatalf("%+v became %+v", before, after)
		}
	})
}
