package relation

import (
	"encoding/json"

	rel "erba/analysis/relation"
	"erba/kernel"
)

// Questions are those of the guided choice of a field.
type Questions struct {
	Field     string     `json:"field"`
	Questions []Question `json:"questions"`
	Values    []string   `json:"values" doc:"What can come out"`
}

// Question asks for something that can be seen.
type Question struct {
	Key  string `json:"key"`
	Text string `json:"text" doc:"Text key"`
}

// Proposal is what answers speak for.
type Proposal struct {
	Field string   `json:"field"`
	Value string   `json:"value"      doc:"Empty: the answers do not decide it"`
	From  string   `json:"power_from" doc:"Of influence: where it comes from"`
	Why   []string `json:"why"        doc:"Text keys of what decided it"`
}

func asked(field, key string) string { return "relation.ask_" + field + "_" + key }

// questions are those about a field.
func questions(field string) (q Questions, err error) {
	guide, is := rel.Guides[field]
	if !is {
		return q, kernel.Invalid("relation.no_guide", "field", field)
	}
	q.Field, q.Values = field, values[field]
	for _, one := range guide.Questions {
		q.Questions = append(q.Questions, Question{one.Key, asked(field, one.Key)})
	}
	return q, nil
}

// propose is the value that answers about a field speak for.
func propose(field string, answers map[string]string) (p Proposal, err error) {
	guide, is := rel.Guides[field]
	if !is {
		return p, kernel.Invalid("relation.no_guide", "field", field)
	}
	if err := checkAnswers(field, answers); err != nil {
		return p, err
	}
	value, why := guide.Propose(answers)
	p = Proposal{Field: field, Value: value}
	for _, key := range why {
		p.Why = append(p.Why, asked(field, key))
	}
	if field == Power {
		p.From = rel.From(number(value))
	}
	return p, nil
}

// answersOf reads answers as they were written down; what cannot be read is none.
func answersOf(raw string) (all Answers) {
	if raw == "" || json.Unmarshal([]byte(raw), &all) != nil {
		return nil
	}
	return all
}
