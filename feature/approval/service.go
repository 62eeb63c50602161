package approval

import (
	"encoding/json"
	"fmt"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service is what others may ask of approval.
type Service struct {
	db    *db.DB
	users *identity.Service
	jobs  *job.Queue
	kinds map[string]declared
	now   func() time.Time
}

// NewService returns the approval service; it knows no kinds yet. Proposals
// about an account that is merged into another go with it.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, jobs *job.Queue) *Service {
	event.On(events, func(tx *db.Tx, e account.Merged) error { return move(identity.Whole(tx), e.Merge, e.From, e.Into) })
	event.On(events, func(tx *db.Tx, e account.Parted) error { return moveBack(identity.Whole(tx), e.Merge, e.From) })
	event.On(events, leaving)
	return &Service{db: d, users: users, jobs: jobs, kinds: map[string]declared{}, now: time.Now}
}

// Course is how a feature carries out what is proposed, in the transaction of
// the decision, with the rights of whoever decides.
type Course[P any] struct {
	Version func(tx *db.Tx, subject kernel.ID) (int64, error) // none: the subject cannot change meanwhile
	Apply   func(tx *db.Tx, p Proposal, payload P) error
	Revert  func(tx *db.Tx, p Proposal, payload P) error // for kinds that can be undone
	Ended   func(tx *db.Tx, p Proposal, payload P) error // refused, withdrawn or lapsed: it will not be carried out
}

// declared is a kind with its course, whatever its payload is.
type declared struct {
	Kind
	version              func(*db.Tx, kernel.ID) (int64, error)
	apply, revert, ended func(*db.Tx, Proposal) error
}

// Declare adds a kind. It happens at start, and a kind that makes no sense stops the program.
func Declare[P any](s *Service, k Kind, c Course[P]) {
	k.check()
	if _, twice := s.kinds[k.Name]; twice || c.Apply == nil || k.Undo > 0 && c.Revert == nil {
		panic("approval: " + k.Name + " cannot be declared so")
	}
	s.kinds[k.Name] = declared{k, c.Version, opened(c.Apply), opened(c.Revert), opened(c.Ended)}
}

// opened hands a payload over as what it is.
func opened[P any](f func(*db.Tx, Proposal, P) error) func(*db.Tx, Proposal) error {
	if f == nil {
		return nil
	}
	return func(tx *db.Tx, p Proposal) error {
		var payload P
		if err := json.Unmarshal([]byte(p.Payload), &payload); err != nil {
			return fmt.Errorf("approval: payload of %s: %w", p.ID, err)
		}
		return f(tx, p, payload)
	}
}

// subjectVersion is that of what a proposal is about; 0 where it has none.
func (d declared) subjectVersion(tx *db.Tx, p Proposal) (int64, error) {
	if d.version == nil {
		return 0, nil
	}
	return d.version(tx, p.Subject)
}

// Propose makes a proposal on behalf of the transaction's user.
func (s *Service) Propose(tx *db.Tx, d Draft) (Proposal, error) {
	k, known := s.kinds[d.Kind]
	if !known {
		return Proposal{}, fmt.Errorf("approval: nobody declares %q", d.Kind)
	}
	if err := k.checkDraft(d); err != nil {
		return Proposal{}, err
	}
	me, _ := identity.From(tx.Context())
	p := d.made(k.Kind, me.ID, s.now())
	raw, err := json.Marshal(d.Payload)
	if err != nil {
		return p, fmt.Errorf("approval: payload of %s: %w", d.Kind, err)
	}
	p.Payload = string(raw)
	if err := s.mayPropose(tx, k, p); err != nil {
		return p, err
	}
	return s.enter(tx, k, p)
}

// mayPropose wants the grant, for the account if there is one, of the user
// himself or of somebody who is away and whom he names.
func (s *Service) mayPropose(tx *db.Tx, k declared, p Proposal) error {
	voices, err := s.voices(tx)
	if err != nil {
		return err
	}
	for _, v := range voices {
		if v.who.For != p.For {
			continue
		}
		if ok, err := v.grasps(p, k.Propose); err != nil || ok {
			return err
		}
	}
	return kernel.Denied("web.denied")
}

// enter writes a new proposal and tells who must know.
func (s *Service) enter(tx *db.Tx, k declared, p Proposal) (_ Proposal, err error) {
	if p.Subject.IsZero() {
		p.Subject = p.ID // something that is not there yet
	}
	if open, err := s.Open(tx, p.Kind, p.Subject); err != nil || !open.IsZero() {
		return p, orElse(err, kernel.Refused("approval.open_already"))
	}
	if p.Before, err = k.subjectVersion(tx, p); err != nil {
		return p, err
	}
	if err = s.wait(tx, k, &p); err != nil {
		return p, err
	}
	if err = insert(tx, p); err != nil {
		return p, err
	}
	if err = s.announce(tx, p); err != nil {
		return p, err
	}
	return p, audit.Changed(tx, "approval.proposed", "approval", p.ID, nil, factsOf(p, Decision{Reason: p.Reason, For: p.For}))
}

// Open is the proposal of a kind about a subject that nobody has decided yet;
// zero if there is none.
func (s *Service) Open(tx *db.Tx, kind string, subject kernel.ID) (id kernel.ID, err error) {
	found, err := undecided(tx, kind, subject)
	if err == nil && len(found) > 0 {
		id = found[0]
	}
	return id, err
}

// facts are what the audit remembers of a step.
type facts struct {
	Kind    string    `json:"kind"`
	Object  string    `json:"object"`
	Subject kernel.ID `json:"subject"`
	Account kernel.ID `json:"account,omitzero"`
	State   string    `json:"state"`
	Step    int       `json:"step"`
	For     kernel.ID `json:"for"`
	Reason  string    `json:"reason"`
}

func factsOf(p Proposal, d Decision) facts {
	return facts{p.Kind, p.Object, p.Subject, p.Account, p.State, p.Step, d.For, d.Reason}
}

// orElse is an error, or what stands against it where there is none.
func orElse(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}
