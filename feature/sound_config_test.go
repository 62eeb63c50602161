package feature

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"erba/platform/apptest"
	"erba/platform/model"
)

// fieldsOf are all fields of a form, those inside others too.
func fieldsOf(form []model.Field) (all []model.Field) {
	for _, f := range form {
		all = append(all, f)
		all = append(all, fieldsOf(f.Fields)...)
		if f.Element != nil {
			all = append(all, fieldsOf([]model.Field{*f.Element})...)
		}
	}
	return all
}

// altered is the default of a method with another value at a path, in the first
// element of every list on the way; false if there is nothing to change.
func altered(t *testing.T, m model.Model, path string, change func(any) any) (any, bool) {
	raw, err := json.Marshal(m.Config)
	if err != nil {
		t.Fatal(err)
	}
	var config any
	if err := json.Unmarshal(raw, &config); err != nil {
		t.Fatal(err)
	}
	return config, put(config, strings.Split(path, "."), change)
}

func put(in any, path []string, change func(any) any) bool {
	set := func(v any) (any, bool) {
		if len(path) > 1 {
			return v, put(v, path[1:], change)
		}
		if v == nil {
			return nil, false
		}
		other := change(v)
		return other, other != nil
	}
	switch at := in.(type) {
	case map[string]any:
		v, ok := set(at[path[0]])
		at[path[0]] = v
		return ok
	case []any:
		i := 0
		if path[0] != "*" {
			i, _ = strconv.Atoi(path[0])
		}
		if i >= len(at) {
			return false
		}
		v, ok := set(at[i])
		at[i] = v
		return ok
	}
	return false
}

// What nobody has approved changes nothing: every method is drafted and
// submitted, and every answer of the portfolio stays as it was.
func TestWhatIsNotApprovedChangesNothing(t *testing.T) {
	apptest.Whole(t, Product, func(s *apptest.Stage) {
		s.Work()
		file := "customer,date,order,product,quantity,price,amount\n"
		for i := range 12 {
			file += fmt.Sprintf("C%02d,2026-06-%02d,O%d,P,1,%d,%d\n", i, 1+i, i, 1<<i, 1<<i)
		}
		s.Book("operations", "orders", "orders.csv", file)
		s.Wait("what the orders set off has ended", func() bool { return idle(s) })
		q := newQuestioner(s)
		var questions []string
		for _, path := range q.questions() {
			if strings.HasPrefix(path, "/api/portfolio/") && !strings.Contains(path, "changes") {
				questions = append(questions, path)
			}
		}
		before := map[string]string{}
		for _, path := range questions {
			before[path] = q.get(path)
		}
		drafted := 0
		for _, m := range Product.Methods() {
			if q.submitted(t, m) {
				drafted++
			}
		}
		for _, path := range questions {
			if now := q.get(path); now != before[path] {
				s.Errorf("%s was %.200s, now it is %.200s", path, before[path], now)
			}
		}
		if drafted < 15 {
			s.Errorf("only %d methods were drafted", drafted)
		}
	})
}

// idle reports whether no job runs or is about to.
func idle(s *apptest.Stage) bool {
	var left int
	rows, err := s.Bare(fmt.Sprintf(`SELECT COUNT(*) FROM jobs WHERE state IN ('queued', 'running') AND due_at <= %d`, time.Now().Add(time.Minute).UnixMicro()))
	if err != nil {
		s.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&left); err != nil {
			s.Fatal(err)
		}
	}
	return left == 0
}

// submitted drafts another configuration of a method, one that makes sense, and
// asks for its approval.
func (q *questioner) submitted(t *testing.T, m model.Model) bool {
	for _, f := range fieldsOf(m.Form()) {
		for _, step := range []float64{1, -1, 0.01, -0.01} {
			config, ok := altered(t, m, f.Path, func(v any) any {
				if n, is := v.(float64); is {
					return n + step
				}
				return nil
			})
			if !ok {
				continue
			}
			body, err := json.Marshal(map[string]any{"base": 1, "config": config})
			if err != nil {
				t.Fatal(err)
			}
			path := "/api/methods/" + m.ID
			if q.Do("", "PUT", path+"/draft", string(body), "Cookie", q.cookie, "If-Match", `"0"`).Code != 200 {
				continue
			}
			w := q.Do("", "POST", path+"/submission", `{"reason":"for a trial"}`, "Cookie", q.cookie, "If-Match", `"1"`)
			if w.Code != 200 {
				q.Errorf("%s: %d %s", m.ID, w.Code, w.Body)
			}
			return true
		}
	}
	return false
}
