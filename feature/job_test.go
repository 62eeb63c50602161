package feature

import (
	"testing"

	"erba/platform/apptest"
	"erba/platform/text"
)

// Whoever looks at the bell reads what is being done, not the name of a kind.
func TestEveryJobIsSaid(t *testing.T) {
	book, err := Product.Texts()
	if err != nil {
		t.Fatal(err)
	}
	apptest.Each(t, Product.Features, func(s *apptest.Stage) {
		for _, kind := range s.Kit.Jobs.Kinds() {
			for _, lang := range text.Languages {
				if book[lang]["job."+kind] == "" {
					s.Errorf("%s has no name in %s", kind, lang)
				}
			}
		}
	})
}
