package rights

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"erba/feature"
	"erba/platform/apptest"
	"erba/platform/web"
)

// What the page of an account offers is what the routes let through there: the
// same loops judge both.
func TestMatrixOfWhatAPageOffers(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		for _, c := range w.casts {
			for _, relation := range relations {
				var got []string
				answer := w.Do("", "GET", "/api/me/reach/"+c.accounts[relation].String(), "", c.with["session"]...)
				if err := json.Unmarshal(answer.Body.Bytes(), &got); err != nil {
					w.Fatal(answer.Code, answer.Body)
				}
				if want := w.offers(c, relation); !slices.Equal(got, want) {
					w.Errorf("%s, %s: too many %v, missing %v", c.role, relation, without(got, want), without(want, got))
				}
			}
		}
	})
}

// offers are the grants of which one letter holds.
func (w *world) offers(c *cast, relation string) (all []string) {
	for _, grant := range slices.Sorted(maps.Keys(w.letters)) {
		holds := func(letter rune) bool { return w.facts.sees(letter, c.person, c.accounts[relation]) }
		if grant != web.Anyone && strings.ContainsFunc(w.letters[grant][c.role], holds) {
			all = append(all, grant)
		}
	}
	return all
}
