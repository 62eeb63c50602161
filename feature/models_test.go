package feature

import (
	"reflect"
	"slices"
	"testing"

	"erba/platform/model"
	"erba/platform/text"
)

// A method is declared with everything that its screen says: a name, what it
// answers, a formula, a source, the label of every field, in both languages.
func TestEveryMethodIsSaid(t *testing.T) {
	book, err := Product.Texts()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range Product.Methods() {
		for _, key := range m.Texts() {
			for _, lang := range text.Languages {
				if book[lang][key] == "" {
					t.Errorf("%s lacks %s in %s", m.ID, key, lang)
				}
			}
		}
	}
}

func TestEveryMethodShowsItselfAtWork(t *testing.T) {
	for _, m := range Product.Methods() {
		if len(m.Examples) == 0 {
			t.Errorf("%s has no example", m.ID)
		}
		for _, e := range m.Examples {
			if got, err := e.Run(); err != nil || !e.Holds(got) {
				t.Errorf("%s %s gives %+v, %v, want %+v", m.ID, e.Name, got, err, e.Want)
			}
		}
	}
}

var (
	kinds       = []model.Kind{model.Scorecard, model.Grid, model.Bands, model.Ladder, model.Checklist, model.Other}
	confidences = []model.Confidence{model.High, model.Medium, model.Low}
)

// The default of every method is a configuration that could have been decided.
func TestEveryDefaultMakesSense(t *testing.T) {
	for _, m := range Product.Methods() {
		if !slices.Contains(kinds, m.Kind) || !slices.Contains(confidences, m.Confidence) {
			t.Errorf("%s is %q, of %q confidence", m.ID, m.Kind, m.Confidence)
		}
		if m.Config == nil {
			continue
		}
		if again, err := m.Decode([]byte(`{}`)); err != nil || !reflect.DeepEqual(again, m.Config) {
			t.Errorf("%s: the default is read back as %+v, %v", m.ID, again, err)
		}
		if len(m.Form()) == 0 {
			t.Errorf("%s has a configuration without a field", m.ID)
		}
	}
}
