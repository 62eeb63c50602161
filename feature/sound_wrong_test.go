package feature

import (
	"encoding/json"
	"slices"
	"testing"

	"erba/platform/apptest"
	"erba/platform/model"
)

// wrong is a configuration that differs from the default in one place, where it
// makes no sense.
type wrong struct {
	where  string
	config any
}

// wrongs are the ways to get a method wrong that its form knows: beyond the
// ends of a field, weights that make more than a hundred, cuts in the wrong
// order.
func wrongs(t *testing.T, m model.Model) (all []wrong) {
	for _, at := range fieldsOf(m.Form()) {
		for value, outside := range outsides(at) {
			if config, ok := altered(t, m, at.Path, func(any) any { return value }); ok {
				all = append(all, wrong{at.Path + " " + outside, config})
			}
		}
		if at.Unit == "weight" {
			if config, ok := altered(t, m, at.Path, func(v any) any { return v.(float64) + 1 }); ok {
				all = append(all, wrong{at.Path + " one too many", config})
			}
		}
		if at.Element != nil && at.Size > 1 {
			if config, ok := altered(t, m, at.Path, turned); ok {
				all = append(all, wrong{at.Path + " turned round", config})
			}
		}
	}
	return all
}

func outsides(f model.Field) map[any]string {
	all := map[any]string{}
	if f.Minimum != nil {
		all[*f.Minimum-1] = "below its least"
	}
	if f.Maximum != nil {
		all[*f.Maximum+1] = "above its most"
	}
	return all
}

// turned is a list of different numbers the other way round; of others there is
// no order.
func turned(v any) any {
	list, _ := v.([]any)
	for i, one := range list {
		if n, ok := one.(float64); !ok || i > 0 && n == list[i-1] {
			return nil
		}
	}
	other := slices.Clone(list)
	slices.Reverse(other)
	return other
}

// A configuration that makes no sense is refused with a sentence, wherever it
// comes from, and of whatever method; the ways to get one wrong are made from
// the forms, so that a new method brings its own.
func TestNonsenseIsNoConfiguration(t *testing.T) {
	apptest.Whole(t, Product, func(s *apptest.Stage) {
		q := newQuestioner(s)
		tried := 0
		for _, m := range Product.Methods() {
			if m.Config == nil {
				continue
			}
			for _, w := range wrongs(t, m) {
				body, err := json.Marshal(map[string]any{"base": 1, "config": w.config})
				if err != nil {
					t.Fatal(err)
				}
				r := s.Do("", "PUT", "/api/methods/"+m.ID+"/draft", string(body), "Cookie", q.cookie, "If-Match", `"0"`, "Accept-Language", "en")
				tried++
				var fault struct{ Key, Detail string }
				read(s, r.Body.String(), &fault)
				if r.Code != 422 || fault.Key == "" || fault.Detail == "" || fault.Detail == fault.Key || nonsense.MatchString(fault.Detail) {
					s.Errorf("%s, %s: %d %s", m.ID, w.where, r.Code, r.Body)
				}
			}
		}
		if tried < 200 {
			s.Errorf("only %d tried", tried)
		}
	})
}
