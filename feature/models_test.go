package feature

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"erba/kernel"
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

// Whoever types what makes no sense sees at which field, whatever the method.
func TestEveryFaultOfAConfigurationHasItsPlace(t *testing.T) {
	tests := map[string]struct{ id, path, value, at string }{
		"weights that make 99":            {"M14", "card.aspects.0.weight", "29", "card.aspects"},
		"indicators that make 101":        {"M14", "card.aspects.1.items.0.weight", "101", "card.aspects.1.items.0.weight"},
		"an indicator without a span":     {"M14", "card.aspects.0.items.0.target", "0", "card.aspects.0.items.0.target"},
		"bands that overlap":              {"M14", "cuts.1", "40", "cuts.1"},
		"bands of another method":         {"M13", "cuts.2", "1", "cuts.2"},
		"cuts that cross":                 {"M25", "b", "0.5", "b"},
		"a share above everything":        {"M25", "a", "1.5", "a"},
		"a share of nothing":              {"M02", "top", "0", "top"},
		"levels that overlap":             {"M15", "breaks.1", "1", "breaks.1"},
		"a cell without a class":          {"M15", "table.1.0", `""`, "table.1.0"},
		"a type without a tier":           {"M17", "tiers.2", `""`, "tiers.2"},
		"scores that do not fall":         {"M17", "scores.1", "99", "scores.1"},
		"steps that go back":              {"M24", "few.orders.2", "0", "few.orders.2"},
		"a rule that everybody breaks":    {"M01", "REV.share", "0", "REV.share"},
		"lost before dormant":             {"M20", "lost", "2", "lost"},
		"a large one smaller than medium": {"M21", "rows.1.employees", "1", "rows.2.employees"},
		"a quadrant above its scale":      {"M12", "cuts.x", "101", "cuts.x"},
		"a policy of too many visits":     {"M12", "harvest.visits", "101", "harvest.visits"},
		"a proposal before a review":      {"M05", "review", "3", "propose"},
		"a review of a review of reviews": {"M16", "reach", "0", "reach"},
		"a mistake of more than all":      {"M06", "margin", "2", "margin"},
		"a slack of two scales":           {"M18", "slack.points", "101", "slack.points"},
		"a tier cheaper than the next":    {"R01", "cares.MAJOR.hours", "1", "cares.MAJOR.hours"},
		"a change that nobody decides":    {"R01", "tier.down.need", `"everybody"`, "tier.down.need"},
	}
	for name, tt := range tests {
		m, err := Product.Methods().Find(tt.id)
		if err != nil {
			t.Fatal(tt.id, err)
		}
		_, err = m.Decode(spoiled(t, m, tt.path, tt.value))
		if f, _ := errors.AsType[*kernel.Fault](err); f == nil || f.At != tt.at {
			t.Errorf("%s: %+v, want it at %s", name, f, tt.at)
		}
	}
}

// spoiled is the default of a method with something else at one place.
func spoiled(t *testing.T, m model.Model, path, value string) []byte {
	t.Helper()
	raw, err := json.Marshal(m.Config)
	if err != nil {
		t.Fatal(err)
	}
	var config, now any
	if err := errors.Join(json.Unmarshal(raw, &config), json.Unmarshal([]byte(value), &now)); err != nil {
		t.Fatal(err)
	}
	steps := strings.Split(path, ".")
	at := config
	for i, step := range steps {
		last := i == len(steps)-1
		switch inside := at.(type) {
		case map[string]any:
			if last {
				inside[step] = now
			}
			at = inside[step]
		case []any:
			n, err := strconv.Atoi(step)
			if err != nil {
				t.Fatal(err)
			}
			if last {
				inside[n] = now
			}
			at = inside[n]
		}
	}
	raw, err = json.Marshal(config)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// Whatever is declared has a test of its worked example under its own id.
func TestEveryMethodIsTestedUnderItsID(t *testing.T) {
	tests := map[string]bool{}
	for _, pattern := range []string{"../analysis/*/*_test.go", "*/*_test.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range tested.FindAllSubmatch(source, -1) {
				tests[string(found[1])] = true
			}
		}
	}
	for _, m := range Product.Methods() {
		if !tests[m.ID] && strings.HasPrefix(m.ID, "M") { // the others are not of the specification
			t.Errorf("%s has no Test%s", m.ID, m.ID)
		}
	}
}

var tested = regexp.MustCompile(`(?m)^func Test(M\d+)\(t \*testing\.T\)`)
