package model

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"erba/kernel"
)

type tone string

func (t tone) MarshalText() ([]byte, error) { return []byte(t), nil }

type step struct {
	Label  string `json:"label"`
	Weight int    `json:"weight" unit:"weight" minimum:"0" maximum:"100"`
}

// scale is a configuration with one field of every type.
type scale struct {
	Cut    float64 `json:"cut" unit:"share" minimum:"0" maximum:"1"`
	On     bool    `json:"on"`
	Tone   tone    `json:"tone" enum:"soft,loud"`
	Kind   string  `json:"kind" enum:"red,green"`
	Breaks [2]int  `json:"breaks" unit:"amount" minimum:"0"`
	Steps  []step  `json:"steps"`
	Inner  step    `json:"inner"`
}

func (s scale) Check() error {
	if s.On && s.Cut > 0.8 {
		return kernel.Invalid("scale.bad_cut").In("cut")
	}
	return nil
}

func usual() scale {
	return scale{Cut: 0.5, Tone: "soft", Kind: "red", Breaks: [2]int{1, 2}, Steps: []step{{"a", 60}, {"b", 40}}, Inner: step{"c", 1}}
}

var method = Model{ID: "M99", Name: "scale", Group: "value", Config: usual(), Used: []string{"scale.used"},
	Examples: []Example{{Name: "scale.example"}}}

func TestAConfigurationIsReadStrictly(t *testing.T) {
	other := usual()
	other.Cut, other.Steps = 0.6, []step{{Label: "z"}}
	tests := map[string]struct {
		raw  string
		want Config
		key  string // of the fault
	}{
		"what is not there is as usual":             {`{}`, usual(), ""},
		"a list takes the place of the usual one":   {`{"cut":0.6,"steps":[{"label":"z"}]}`, other, ""},
		"a field that nobody knows":                 {`{"cots":1}`, nil, "model.bad_config"},
		"a field that nobody knows, inside a group": {`{"inner":{"wait":1}}`, nil, "model.bad_config"},
		"a text for a number":                       {`{"cut":"high"}`, nil, "model.bad_config"},
		"no document":                               {``, nil, "model.bad_config"},
		"two documents":                             {`{} {}`, nil, "model.bad_config"},
		"a list":                                    {`[]`, nil, "model.bad_config"},
		"a number above its field's maximum":        {`{"cut":2}`, nil, "model.too_large"},
		"a number below it, inside a list":          {`{"steps":[{"weight":0},{"weight":-1}]}`, nil, "model.too_small"},
		"a word that is no choice":                  {`{"kind":"blue"}`, nil, "model.no_choice"},
		"what the method itself refuses":            {`{"cut":0.9,"on":true}`, nil, "scale.bad_cut"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := method.Decode([]byte(tt.raw))
			f, _ := errors.AsType[*kernel.Fault](err)
			if tt.key == "" && (err != nil || !reflect.DeepEqual(got, tt.want)) || tt.key != "" && (f == nil || f.Key != tt.key) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
	if !reflect.DeepEqual(method.Config, Config(usual())) {
		t.Errorf("reading has changed the usual: %+v", method.Config)
	}
}

func TestTheFormFollowsTheType(t *testing.T) {
	zero, one, hundred := 0.0, 1.0, 100.0
	label := Field{Name: "label", Label: "scale.field_label", Type: "text"}
	weight := Field{Name: "weight", Label: "scale.field_weight", Type: "integer", Unit: "weight", Minimum: &zero, Maximum: &hundred}
	at := func(f Field, path string) Field { f.Path = path; return f }
	want := []Field{
		{Name: "cut", Path: "cut", Label: "scale.field_cut", Type: "number", Unit: "share", Minimum: &zero, Maximum: &one},
		{Name: "on", Path: "on", Label: "scale.field_on", Type: "boolean"},
		{Name: "tone", Path: "tone", Label: "scale.field_tone", Type: "choice",
			Choices: []Choice{{"soft", "scale.value_soft"}, {"loud", "scale.value_loud"}}},
		{Name: "kind", Path: "kind", Label: "scale.field_kind", Type: "choice",
			Choices: []Choice{{"red", "scale.value_red"}, {"green", "scale.value_green"}}},
		{Name: "breaks", Path: "breaks", Label: "scale.field_breaks", Type: "list", Size: 2,
			Items:   []string{"scale.field_breaks_1", "scale.field_breaks_2"},
			Element: &Field{Path: "breaks.*", Label: "scale.field_breaks", Type: "integer", Unit: "amount", Minimum: &zero}},
		{Name: "steps", Path: "steps", Label: "scale.field_steps", Type: "list",
			Element: &Field{Path: "steps.*", Label: "scale.field_steps", Type: "group",
				Fields: []Field{at(label, "steps.*.label"), at(weight, "steps.*.weight")}}},
		{Name: "inner", Path: "inner", Label: "scale.field_inner", Type: "group",
			Fields: []Field{at(label, "inner.label"), at(weight, "inner.weight")}},
	}
	if got := method.Form(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	for _, key := range []string{"scale.name", "method.group_value", "scale.used", "scale.example", "scale.field_weight", "scale.value_loud", "scale.field_breaks_2"} {
		if !slices.Contains(method.Texts(), key) {
			t.Errorf("%s is no text of it", key)
		}
	}
}

func TestDifferences(t *testing.T) {
	tests := map[string]struct {
		change func(*scale)
		want   []Difference
	}{
		"nothing":            {func(*scale) {}, []Difference{}},
		"a number":           {func(s *scale) { s.Cut = 0.7 }, []Difference{{"cut", 0.5, 0.7}}},
		"inside a list":      {func(s *scale) { s.Steps[1].Weight = 30 }, []Difference{{"steps.1.weight", 40, 30}}},
		"an element more":    {func(s *scale) { s.Steps = append(s.Steps, step{"d", 0}) }, []Difference{{"steps.2", nil, step{"d", 0}}}},
		"an element less":    {func(s *scale) { s.Steps = s.Steps[:1] }, []Difference{{"steps.1", step{"b", 40}, nil}}},
		"a word and a group": {func(s *scale) { s.Tone, s.Inner.Label = "loud", "x" }, []Difference{{"tone", tone("soft"), tone("loud")}, {"inner.label", "c", "x"}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			is := usual()
			tt.change(&is)
			if got := Differences(usual(), is); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestMethodsStandInTheOrderOfTheirIDs(t *testing.T) {
	r := Register(Model{ID: "M25"}, Model{ID: "M01"}, Model{ID: "M15"})
	if r[0].ID != "M01" || r[2].ID != "M25" {
		t.Errorf("%+v", r)
	}
	if m, err := r.Find("M15"); err != nil || m.ID != "M15" {
		t.Error(m, err)
	}
	if _, err := r.Find("M16"); err == nil {
		t.Error("M16 is found")
	}
	defer func() {
		if recover() == nil {
			t.Error("an id twice is no registry")
		}
	}()
	Register(Model{ID: "M25"}, Model{ID: "M25"})
}

func TestAnExampleHolds(t *testing.T) {
	double := Worked("x", 2, 4, func(n int) (int, error) { return 2 * n, nil })
	got, err := double.Run()
	if err != nil || !double.Holds(got) || double.Holds(5) {
		t.Error(got, err)
	}
}

// Whoever types something impossible sees at which field, as the form writes it.
func TestAFaultSaysItsPlace(t *testing.T) {
	tests := map[string]struct{ raw, key, at, min, max string }{
		"a share":            {`{"cut":-1}`, "model.too_small", "cut", "0%", ""},
		"an amount":          {`{"breaks":[1,-2]}`, "model.too_small", "breaks.1", "0", ""},
		"in a list":          {`{"steps":[{"weight":0},{"weight":101}]}`, "model.too_large", "steps.1.weight", "", "100"},
		"in a group":         {`{"inner":{"weight":101}}`, "model.too_large", "inner.weight", "", "100"},
		"a choice":           {`{"kind":""}`, "model.no_choice", "kind", "", ""},
		"not even its type":  {`{"cut":"high"}`, "model.bad_config", "cut", "", ""},
		"what a rule is for": {`{"cut":0.9,"on":true}`, "scale.bad_cut", "cut", "", ""},
	}
	for name, tt := range tests {
		_, err := method.Decode([]byte(tt.raw))
		f, _ := errors.AsType[*kernel.Fault](err)
		if f == nil || f.Key != tt.key || f.At != tt.at || tt.min != "" && f.Args["min"] != tt.min || tt.max != "" && f.Args["max"] != tt.max {
			t.Errorf("%s: %+v", name, f)
		}
	}
}
