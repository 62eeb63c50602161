package privacy

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"erba/platform/db"
)

// program keeps what the platform and this feature remember of people: who saw
// their data, what they asked, answers that are kept for repetitions.
type program struct{ s *Service }

// Inventory says what that is.
func (program) Inventory() []Field {
	return []Field{
		{"privacy.held_traces", "C1", "privacy.for_proof", "privacy.basis_duty", "privacy.keep_log"},
		{"privacy.held_requests", "C1", "privacy.for_answer", "privacy.basis_duty", "privacy.keep_request"},
		{"privacy.held_marks", "C1", "privacy.for_bar", "privacy.basis_duty", "privacy.keep_bar"},
	}
}

// Tables are those whose rows are all looked at.
func (program) Tables() []string { return []string{"replies"} }

// Held is what is remembered.
func (p program) Held(tx *db.Tx, who Person) ([]Section, error) {
	seen, err := p.traces(tx, who)
	if err != nil {
		return nil, err
	}
	asked, err := p.asked(tx, who)
	if err != nil {
		return nil, err
	}
	kept, err := about(tx, who)
	answers := Section{Key: "privacy.held_replies", Table: "replies"}
	for _, r := range kept {
		row := Row{}
		row.Add("privacy.at", instant(r.At))
		row.Add("privacy.detail", string(r.Body))
		answers.Rows = append(answers.Rows, row)
	}
	return []Section{seen, asked, answers}, err
}

// traces are who did or saw what with his records.
func (program) traces(tx *db.Tx, who Person) (Section, error) {
	section := Section{Key: "privacy.held_traces", Table: "audit"}
	for _, r := range who.Records {
		if r.Of == staffKind {
			continue
		}
		found, err := traces(tx, r.Of, who.Of(r.Of))
		if err != nil {
			return section, err
		}
		for _, t := range found {
			row := Row{}
			row.Add("privacy.at", instant(t.At))
			row.Add("privacy.actor", t.Actor)
			row.Say("privacy.verb", t.Verb, did(t.Verb))
			row.Add("privacy.detail", t.Detail)
			section.Rows, section.Told = append(section.Rows, row), append(section.Told, t.ID)
		}
		break
	}
	return section, nil
}

// did is the text key of what somebody did.
func did(verb string) string { return strings.Replace(verb, ".", ".did_", 1) }

// asked are the requests about any of his records.
func (p program) asked(tx *db.Tx, who Person) (Section, error) {
	section := Section{Key: "privacy.held_requests", Table: requestTable}
	all, err := requests(tx, "", most)
	for _, r := range all {
		r.unpack()
		if !slices.ContainsFunc(r.Records, func(one Record) bool { return slices.Contains(who.Records, one) }) {
			continue
		}
		full, err := p.s.request(tx, r.ID)
		if err != nil {
			return section, err
		}
		row := Row{}
		row.Say("privacy.kind", r.Kind, "privacy.kind_"+r.Kind)
		row.Say("privacy.state", r.State, "privacy.state_"+r.State)
		row.Add("privacy.received_on", r.Received.String())
		row.Add("privacy.channel", r.Channel)
		row.Add("privacy.answer", r.Answer)
		if full.Who != nil {
			said, _ := json.Marshal(full.Who)
			row.Add("privacy.said", string(said))
		}
		section.Rows, section.Told = append(section.Rows, row), append(section.Told, r.ID)
	}
	return section, err
}

// most is how many requests are looked through.
const most = 10_000

// about are the kept answers in which he or one of his records stands.
func about(tx *db.Tx, who Person) ([]reply, error) {
	terms := who.Terms()
	for _, r := range who.Records {
		terms = append(terms, r.ID.String())
	}
	all, err := replies(tx)
	return slices.DeleteFunc(all, func(r reply) bool {
		return !slices.ContainsFunc(terms, func(term string) bool { return bytes.Contains(r.Body, []byte(term)) })
	}), err
}

// Erase forgets kept answers, and who asked for what.
func (p program) Erase(tx *db.Tx, who Person) error {
	kept, err := about(tx, who)
	if err != nil {
		return err
	}
	for _, r := range kept {
		if err := dropReply(tx, r.User, r.Name); err != nil {
			return err
		}
	}
	all, err := requests(tx, "", most)
	for _, r := range all {
		if r.unpack(); slices.ContainsFunc(r.Records, func(one Record) bool { return slices.Contains(who.Records, one) }) {
			if err := blank(tx, r.ID); err != nil {
				return err
			}
		}
	}
	return err
}
