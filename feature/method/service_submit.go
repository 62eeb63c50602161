package method

import (
	"context"
	"strconv"
	"strings"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/model"
)

// changing is the kind of proposal that a submitted draft is.
var changing = approval.Kind{Name: "method.change", Propose: "method:propose",
	Bands: approval.By("method:approve"), Days: 30, Reason: true}

// Submit proposes the version of a draft that somebody has seen. The draft stays
// as it is until it is approved, and can be worked on again if it is not.
func (s *Service) Submit(ctx context.Context, id string, version int64, say Submission) (d Draft, err error) {
	m, err := s.models.Find(id)
	if err != nil {
		return d, err
	}
	if err := say.Check(s.today()); err != nil {
		return d, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if d, err = s.seen(tx, m, version); err != nil {
			return err
		}
		if d.Version == 0 {
			return kernel.Missing("db.missing")
		}
		d, err = s.submit(tx, m, d, say)
		return err
	})
	return d, err
}

func (s *Service) submit(tx *db.Tx, m model.Model, d Draft, say Submission) (Draft, error) {
	all, err := upon(tx, m, d.Base)
	if err != nil {
		return d, err
	}
	if d, err = shown(m, all, d); err != nil {
		return d, err
	}
	if d.Changes == 0 {
		return d, kernel.Refused("method.nothing_changed")
	}
	p, err := s.approvals.Propose(tx, s.proposal(tx, m, d, say))
	d.Proposal = p.ID
	return d, err
}

// proposal asks for a draft. Whoever wrote it has his will if it is approved, so
// he does not approve it, whoever submits it.
func (s *Service) proposal(tx *db.Tx, m model.Model, d Draft, say Submission) approval.Draft {
	from := say.Effective
	if from.IsZero() {
		from = s.today()
	}
	p := approval.Draft{Kind: changing.Name, Object: "method", Subject: d.ID, Reason: say.Reason, Link: "/methods/" + m.ID,
		Payload: change{m.ID, d.Base, d.Config, d.AuthorID, d.Author, strings.TrimSpace(say.Reason), from},
		Args: approval.Args{{Name: "id", Text: m.ID}, {Name: "method", Keys: []string{m.Text("name")}}, {Name: "from", Text: from.String()},
			{Name: "version", Text: strconv.FormatInt(d.Base+1, 10)}, {Name: "changes", Text: strconv.Itoa(d.Changes)}}}
	if me, _ := author(tx.Context()); me != d.AuthorID {
		p.Benefits = d.AuthorID
	}
	return p
}

// versionOf is the last version of the method that a draft is of: if there is
// another one, the proposal has to be made again.
func (s *Service) versionOf(tx *db.Tx, draft kernel.ID) (int64, error) {
	id, err := modelOf(tx, draft)
	if err != nil {
		return 0, err
	}
	all, err := versions(tx, id)
	return latest(all), err
}

// approved brings a change into force, from the day that it names.
func (s *Service) approved(tx *db.Tx, p approval.Proposal, c change) error {
	m, err := s.models.Find(c.Model)
	if err != nil {
		return err
	}
	all, err := upon(tx, m, c.Base)
	if err != nil {
		return err
	}
	v := c.version(p.Subject, s.today())
	v.ApproverID, v.Approver = author(tx.Context())
	if err := s.enact(tx, m, all, v); err != nil {
		return err
	}
	d, err := draftOf(tx, m.ID)
	if err == nil && d.ID == p.Subject {
		err = dropDraft(tx, d)
	}
	if err != nil {
		return err
	}
	return event.Emit(s.events, tx, Changed{m.ID, v.Effective})
}

// enact writes a version and remembers what it changes.
func (s *Service) enact(tx *db.Tx, m model.Model, all []Version, v Version) error {
	was, err := configOf(m, all, latest(all))
	if err != nil {
		return err
	}
	is, err := m.Decode([]byte(v.Raw))
	if err != nil {
		return err
	}
	if err := addVersion(tx, v); err != nil {
		return err
	}
	before, after := differing(was, is)
	before.Version = latest(all)
	after.Model, after.Version, after.Reason, after.Effective = m.ID, v.Number, v.Reason, v.Effective
	return audit.Changed(tx, "method.changed", "method", v.ID, before, after)
}
