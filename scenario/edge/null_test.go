package edge

import (
	"encoding/json"
	"fmt"
	"testing"

	"erba/feature"
	"erba/platform/apptest"
)

// What the document says is a list or a table is one in every answer, also in
// a house in which there is nothing yet.
func TestNoAnswerHoldsNullForAList(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		lists := 0
		for _, o := range operations(s) {
			if o.Method != "GET" || o.Answer == nil {
				continue
			}
			for _, role := range mays(s, o) {
				w := do(s, role, "GET", address(o), "")
				var answer any
				if w.Code == 200 && json.Unmarshal(w.Body.Bytes(), &answer) == nil {
					n, wrong := nulls(o.Answer, answer, "")
					lists += n
					for _, place := range wrong {
						s.Errorf("%s as %s: %s is null", o.Name(), role, place)
					}
				}
			}
		}
		if lists < 100 {
			s.Errorf("only %d lists were looked at", lists)
		}
	})
}

// nulls are the places of an answer where a list or a table should stand, and how many there are.
func nulls(schema *apptest.Schema, value any, path string) (lists int, wrong []string) {
	if schema == nil {
		return 0, nil
	}
	if schema.Is("array") && !schema.Is("null") {
		lists++
		if value == nil {
			wrong = append(wrong, "answer"+path)
		}
	}
	look := func(s *apptest.Schema, v any, at string) {
		n, w := nulls(s, v, path+at)
		lists, wrong = lists+n, append(wrong, w...)
	}
	switch v := value.(type) {
	case []any:
		for i, one := range v {
			look(schema.Items, one, fmt.Sprintf("[%d]", i))
		}
	case map[string]any:
		for name, one := range v {
			look(schema.Properties[name], one, "."+name)
		}
	}
	return lists, wrong
}
