package feature

import (
	"slices"
	"testing"

	"erba/feature/today"
	"erba/platform/apptest"
	"erba/platform/text"
)

// What the page of the day offers says what it is, which rule it follows, and where
// its amount and its probability come from; and some role holds its grant.
func TestEveryRuleOfTheDayIsSaid(t *testing.T) {
	book, err := Product.Texts()
	if err != nil {
		t.Fatal(err)
	}
	apptest.Whole(t, Product, func(s *apptest.Stage) {
		rules := today.New(s.Kit).Offered()
		for _, r := range rules {
			for _, key := range []string{r.Name, r.Name + "_why", r.Name + "_amount", r.Name + "_chance", r.Area} {
				for _, lang := range text.Languages {
					if book[lang][key] == "" {
						s.Errorf("%s has no %s in %s", r.Name, key, lang)
					}
				}
			}
			if !slices.Contains(Matrix.Grants(), r.Grant) {
				s.Errorf("nobody holds %s, of %s", r.Grant, r.Name)
			}
			if err := (today.New(s.Kit).Usual()).Check(); err != nil {
				s.Errorf("the usual rules make no sense: %v", err)
			}
		}
		if len(rules) < 15 {
			s.Errorf("only %d rules are offered", len(rules))
		}
	})
}
