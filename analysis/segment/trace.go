package segment

import (
	"erba/analysis/checklist"
	"erba/analysis/why"
)

// Traced is what one rule about a field says of a customer.
type Traced struct {
	Path   string           `json:"path"   doc:"Where the rule stands in the tree"`
	Rule   Rule             `json:"rule"`
	Answer checklist.Answer `json:"answer"`
}

// Trace asks every rule about a field of one customer, in the order of the tree.
func (r *Rule) Trace(fields []Field, from Source, row int32) (all []Traced, err error) {
	if err := r.Check(fields); err != nil {
		return nil, err
	}
	err = r.walk("rule", func(path string, leaf *Rule) error {
		predicate, err := leaf.compile(fields, from)
		if err == nil {
			all = append(all, Traced{path, *leaf, predicate(row)})
		}
		return err
	})
	return all, err
}

// walk goes through the rules about fields, in the order of the tree.
func (r *Rule) walk(path string, each func(string, *Rule) error) error {
	if r.Field != "" {
		return each(path, r)
	}
	return r.each(path, func(path string, inner *Rule) error { return inner.walk(path, each) })
}

// Explain says whether a customer belongs to the segment, by what is known of
// the fields that its rules ask for.
func (r *Rule) Explain(fields []Field, from Source, row int32) (why.Explanation, error) {
	predicate, err := r.Compile(fields, from)
	if err != nil {
		return why.Explanation{}, err
	}
	e := why.Explanation{Model: "M23", Result: "segment." + results[predicate(row)+1], Rule: "segment.rule_tree"}
	return e, r.walk("rule", func(_ string, one *Rule) error {
		l, err := one.leaf(fields, one.Field)
		if err != nil || l.kind == Text {
			return err
		}
		unit, key := fields[l.field].unit(), "segment.field_"+one.Field
		if n := from.Number(l.field, row); n.Known() {
			e.Inputs = append(e.Inputs, why.Known(key, unit, float64(n)))
		} else {
			e.Inputs = append(e.Inputs, why.Unknown(key, unit))
		}
		for _, cut := range l.numbers {
			e.Cuts = append(e.Cuts, why.Known(key, unit, cut))
		}
		return nil
	})
}

var results = [...]string{"outside", "open", "inside"}

func (f Field) unit() why.Unit {
	switch {
	case f.Kind == Day:
		return why.Days
	case f.Unit == "":
		return why.Count
	}
	return f.Unit
}
