package segment

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"erba/analysis/band"
	"erba/analysis/checklist"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
	"pgregory.net/rapid"
)

var fields = []Field{{"sales", Number, why.Amount}, {"region", Text, ""}, {"last_order", Day, ""}, {"key", Flag, ""}}

// customer is one row, as a test writes it down.
type customer struct {
	sales  null.Number
	region string
	last   null.Number
	key    null.Number
}

type customers []customer

func (c customers) Number(field int, row int32) null.Number {
	return [...]null.Number{c[row].sales, null.None, c[row].last, c[row].key}[field]
}

func (c customers) Text(_ int, row int32) string { return c[row].region }

func TestM23(t *testing.T) {
	day := null.Of(kernel.On(2026, 6, 30).Ordinal())
	everyone := customers{
		0: {500, "华东", day, 1},
		1: {50, "华北", day - 400, 0},
		2: {null.None, "", null.None, null.None},
		3: {500, "华南", day - 400, 0},
	}
	tests := map[string]struct {
		rule string
		want []int32
		open int
	}{
		"at least 500":                   {`{"field":"sales","op":"least","value":500}`, []int32{0, 3}, 1},
		"more than 500":                  {`{"field":"sales","op":"more","value":500}`, nil, 1},
		"not below 500: unknown is none": {`{"not":{"field":"sales","op":"less","value":500}}`, []int32{0, 3}, 1},
		"large in the east":              {`{"all":[{"field":"sales","op":"least","value":500},{"field":"region","op":"is","value":"华东"}]}`, []int32{0}, 1},
		"small or in the south":          {`{"any":[{"field":"sales","op":"less","value":100},{"field":"region","op":"one_of","value":["华南","华中"]}]}`, []int32{1, 3}, 1},
		"ordered this year":              {`{"field":"last_order","op":"least","value":"2026-01-01"}`, []int32{0}, 1},
		"key accounts":                   {`{"field":"key","op":"is","value":true}`, []int32{0}, 1},
		"sales that nobody knows":        {`{"not":{"field":"sales","op":"known"}}`, []int32{2}, 0},
		"somewhere in 华":                 {`{"field":"region","op":"holds","value":"华"}`, []int32{0, 1, 3}, 1},
		"anywhere but in the east":       {`{"field":"region","op":"is_not","value":"华东"}`, []int32{1, 3}, 1},
		"certain whatever is unknown":    {`{"any":[{"field":"sales","op":"least","value":0},{"not":{"field":"region","op":"known"}}]}`, []int32{0, 1, 2, 3}, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			rule, err := Parse([]byte(tt.rule), fields)
			if err != nil {
				t.Fatal(err)
			}
			belongs, err := rule.Compile(fields, everyone)
			if err != nil {
				t.Fatal(err)
			}
			if rows, open := belongs.Members(len(everyone)); !slices.Equal(rows, tt.want) || open != tt.open {
				t.Errorf("members %v, open %d", rows, open)
			}
			for row := range int32(len(everyone)) {
				e, err := rule.Explain(fields, everyone, row)
				if err != nil || (e.Result == "segment.inside") != slices.Contains(tt.want, row) {
					t.Errorf("row %d is explained as %+v, %v", row, e, err)
				}
			}
		})
	}
}

func TestM23BandsOfAField(t *testing.T) {
	ages := Bands{"sales", []band.Band{{Name: "below", From: null.None, To: 20}, {Name: "between", From: 20, To: 50}, {Name: "above", From: 50, To: null.None}}}
	field, set, err := ages.Compile(fields)
	if err != nil {
		t.Fatal(err)
	}
	into := make([]uint8, 4)
	Divide(set, field, customers{{sales: 19}, {sales: 20}, {sales: 50}, {sales: null.None}}, into)
	if !slices.Equal(into, []uint8{1, 2, 3, 0}) {
		t.Errorf("%v", into)
	}
	if _, _, err := (Bands{"region", ages.Bands}).Compile(fields); err == nil {
		t.Error("a text has no bands")
	}
}

func TestRulesThatMakeNoSense(t *testing.T) {
	tests := map[string]struct{ rule, want, path string }{
		"no JSON":                      {`{`, "segment.bad_json", ""},
		"something after it":           {`{"field":"key","op":"known"} 1`, "segment.bad_json", ""},
		"a word that is not of it":     {`{"fields":"sales"}`, "segment.bad_json", ""},
		"nothing":                      {`{}`, "segment.bad_node", "rule"},
		"an empty all":                 {`{"all":[]}`, "segment.bad_node", "rule"},
		"all and a field":              {`{"all":[{"field":"key","op":"known"}],"field":"key","op":"known"}`, "segment.bad_node", "rule"},
		"an operator of nothing":       {`{"not":{"field":"key","op":"known"},"op":"is"}`, "segment.bad_node", "rule"},
		"a field that does not exist":  {`{"all":[{"field":"key","op":"known"},{"not":{"field":"weather","op":"is","value":1}}]}`, "segment.unknown_field", "rule.all[1].not"},
		"a text that is more":          {`{"field":"region","op":"more","value":"x"}`, "segment.bad_operator", "rule"},
		"no operator":                  {`{"field":"region","value":"x"}`, "segment.bad_operator", "rule"},
		"a number that is a text":      {`{"any":[{"field":"sales","op":"is","value":"5"}]}`, "segment.bad_value", "rule.any[0]"},
		"a number that is null":        {`{"field":"sales","op":"is","value":null}`, "segment.bad_value", "rule"},
		"no value":                     {`{"field":"sales","op":"is"}`, "segment.bad_value", "rule"},
		"a day that does not exist":    {`{"field":"last_order","op":"is","value":"2026-02-30"}`, "segment.bad_value", "rule"},
		"a list where one is asked":    {`{"field":"sales","op":"is","value":[1]}`, "segment.bad_value", "rule"},
		"one where a list is asked":    {`{"field":"sales","op":"one_of","value":1}`, "segment.bad_value", "rule"},
		"an empty list":                {`{"field":"sales","op":"one_of","value":[]}`, "segment.bad_value", "rule"},
		"a value for what needs none":  {`{"field":"sales","op":"known","value":1}`, "segment.bad_value", "rule"},
		"a tree that is too deep":      {strings.Repeat(`{"not":`, 20) + `{"field":"key","op":"known"}` + strings.Repeat(`}`, 20), "segment.too_large", "rule" + strings.Repeat(".not", 17)},
		"a tree that is too wide":      {`{"any":[` + strings.Repeat(`{"field":"key","op":"known"},`, 1200) + `{"field":"key","op":"known"}]}`, "segment.too_large", "rule.any[999]"},
		"a flag that is neither":       {`{"field":"key","op":"is","value":"yes"}`, "segment.bad_value", "rule"},
		"an empty text says nothing":   {`{"field":"region","op":"is","value":""}`, "segment.bad_value", "rule"},
		"a list of texts with numbers": {`{"field":"region","op":"one_of","value":["x",1]}`, "segment.bad_value", "rule"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(tt.rule), fields)
			var fault *kernel.Fault
			if !errors.As(err, &fault) || fault.Key != tt.want || tt.path != "" && fault.Args["path"] != tt.path {
				t.Errorf("got %v, want %s at %s", err, tt.want, tt.path)
			}
		})
	}
}

// tree draws a tree of rules that make sense.
func tree(t *rapid.T, depth int) Rule {
	kind := rapid.IntRange(0, 6).Draw(t, "node")
	if depth == 0 || kind > 2 {
		return oneRule(t)
	}
	if kind == 2 {
		inner := tree(t, depth-1)
		return Rule{Not: &inner}
	}
	var inner []Rule
	for range rapid.IntRange(1, 3).Draw(t, "rules") {
		inner = append(inner, tree(t, depth-1))
	}
	if kind == 0 {
		return Rule{All: inner}
	}
	return Rule{Any: inner}
}

func oneRule(t *rapid.T) Rule {
	field := rapid.SampledFrom(fields).Draw(t, "field")
	rule := Rule{Field: field.Name, Op: rapid.SampledFrom(field.Kind.Operators()).Draw(t, "operator")}
	value := func() any {
		switch field.Kind {
		case Number:
			return rapid.IntRange(0, 4).Draw(t, "number")
		case Day:
			return kernel.On(2026, 1, rapid.IntRange(1, 4).Draw(t, "day"))
		case Flag:
			return rapid.Bool().Draw(t, "flag")
		}
		return rapid.SampledFrom([]string{"a", "b", "ab"}).Draw(t, "text")
	}
	switch rule.Op {
	case IsKnown:
		return rule
	case OneOf:
		rule.Value, _ = json.Marshal([]any{value(), value()})
	default:
		rule.Value, _ = json.Marshal(value())
	}
	return rule
}

func drawn(t *rapid.T) customer {
	maybe := func(name string, low, high int) null.Number {
		if n := rapid.IntRange(low-1, high).Draw(t, name); n >= low {
			return null.Of(n)
		}
		return null.None
	}
	first := int(kernel.On(2026, 1, 1).Ordinal())
	return customer{maybe("sales", 0, 4), rapid.SampledFrom([]string{"", "a", "b", "ab"}).Draw(t, "region"),
		maybe("last", first, first+3), maybe("key", 0, 1)}
}

// naive judges a rule word for word: 1 yes, 0 not known, -1 no.
func naive(r Rule, c customer) int {
	worst, best := 1, -1
	for _, inner := range r.All {
		worst = min(worst, naive(inner, c))
	}
	for _, inner := range r.Any {
		best = max(best, naive(inner, c))
	}
	switch {
	case r.All != nil:
		return worst
	case r.Any != nil:
		return best
	case r.Not != nil:
		return -naive(*r.Not, c)
	}
	return naiveField(r, c)
}

func naiveField(r Rule, c customer) int {
	yes := func(b bool) int { return map[bool]int{true: 1, false: -1}[b] }
	have := map[string]any{"sales": float64(c.sales), "region": c.region, "key": c.key == 1}[r.Field]
	known := map[string]bool{"sales": c.sales.Known(), "region": c.region != "", "last_order": c.last.Known(), "key": c.key.Known()}[r.Field]
	if r.Op == IsKnown {
		return yes(known)
	}
	if !known {
		return 0
	}
	var want any
	if err := json.Unmarshal(r.Value, &want); err != nil {
		panic(err)
	}
	if r.Field == "last_order" {
		var d kernel.Date
		_ = d.UnmarshalText([]byte(want.(string)))
		have, want = float64(c.last), float64(d.Ordinal())
	}
	switch r.Op {
	case Is:
		return yes(have == want)
	case IsNot:
		return yes(have != want)
	case OneOf:
		return yes(slices.Contains(want.([]any), have))
	case Holds:
		return yes(strings.Contains(have.(string), want.(string)))
	case Less:
		return yes(have.(float64) < want.(float64))
	case Most:
		return yes(have.(float64) <= want.(float64))
	case Least:
		return yes(have.(float64) >= want.(float64))
	}
	return yes(have.(float64) > want.(float64))
}

func TestCompiledAgreesWithNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule, everyone := tree(t, 3), customers{drawn(t), drawn(t), drawn(t)}
		belongs, err := rule.Compile(fields, everyone)
		if err != nil {
			t.Fatal(err)
		}
		for row, c := range everyone {
			if got := belongs(int32(row)); int(got) != naive(rule, c) {
				t.Fatalf("%+v: %d, naively %d", c, got, naive(rule, c))
			}
			traced, err := rule.Trace(fields, everyone, int32(row))
			for _, one := range traced {
				if int(one.Answer) != naive(one.Rule, c) {
					t.Fatalf("%+v at %s: %d, %v", c, one.Path, one.Answer, err)
				}
			}
		}
	})
}

func TestTreesAreReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := tree(t, 3)
		raw, err := json.Marshal(rule)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Parse(raw, fields)
		if err != nil || !reflect.DeepEqual(back, rule) {
			t.Fatalf("%s: %v", raw, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"all":[{"field":"sales","op":"least","value":500},{"not":{"field":"region","op":"one_of","value":["a"]}}]}`))
	f.Add([]byte(`{"any":[{}]}`))
	f.Add([]byte(`{"field":"last_order","op":"is","value":"2026-01-01"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		rule, err := Parse(raw, fields)
		if err != nil {
			return
		}
		belongs, err := rule.Compile(fields, customers{{}})
		if err != nil {
			t.Fatalf("%s is accepted and then refused: %v", raw, err)
		}
		if answer := belongs(0); answer < checklist.No || answer > checklist.Yes {
			t.Fatal(answer)
		}
	})
}

func BenchmarkMembers(b *testing.B) {
	everyone := make(customers, 100_000)
	for i := range everyone {
		everyone[i] = customer{null.Of(i % 1000), []string{"a", "b", "ab", ""}[i%4], null.Of(i % 500), null.Of(i % 2)}
	}
	rule, err := Parse([]byte(`{"all":[{"field":"sales","op":"least","value":500},{"any":[{"field":"region","op":"is","value":"ab"},{"field":"key","op":"is","value":true}]}]}`), fields)
	if err != nil {
		b.Fatal(err)
	}
	belongs, err := rule.Compile(fields, everyone)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		belongs.Members(len(everyone))
	}
}
