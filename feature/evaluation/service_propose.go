package evaluation

import (
	"encoding/json"
	"errors"
	"time"

	"erba/feature/approval"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// The kinds of approval that a change may take: whoever leads the account's
// manager decides, or the director. Nobody decides about an account of his own.
var (
	led    = kind("evaluation.change", "evaluation:decide")
	direct = kind("evaluation.major", "evaluation:approve")
)

func kind(name, approve string) approval.Kind {
	return approval.Kind{Name: name, Propose: "evaluation:read", Bands: approval.By(approve), Days: 60, Undo: 7 * 24 * time.Hour}
}

// kinds by who is needed.
var kinds = map[Need]string{Manager: led.Name, Director: direct.Name}

// payload is what an approval carries; what it means stands in the proposal of the same id.
type payload struct {
	Model string `json:"model"`
	Was   string `json:"was"`
	Is    string `json:"is"`
}

// propose asks for decisions about the steps that need one, and tells their ids.
func (s *Service) propose(tx *db.Tx, b *book, some []Step, ids []kernel.ID) error {
	for _, need := range needs[1:] {
		var places []int
		var drafts []approval.Draft
		for i, step := range some {
			if step.proposes() && step.need(&b.rules) == need {
				places, drafts = append(places, i), append(drafts, b.draft(step))
			}
		}
		if len(drafts) == 0 {
			continue
		}
		made, err := s.approvals.ProposeAll(tx, kinds[need], drafts)
		if err != nil {
			return err
		}
		all := make([]Proposal, len(made))
		for i, p := range made {
			ids[places[i]] = p.ID
			if all[i], err = b.proposal(p.ID, need, some[places[i]]); err != nil {
				return err
			}
		}
		if err := addProposals(tx, all); err != nil {
			return err
		}
	}
	return nil
}

func (s Step) need(r *Rules) Need {
	return Models[s.At].need(r.of(s.At), s.Was.Class, s.Now.Class)
}

func (b *book) draft(step Step) approval.Draft {
	a, model := b.Account(step.Row), Models[step.At].Model
	return approval.Draft{Object: "account", Account: a.ID, Benefits: a.Owner, Link: "/accounts/" + a.ID.String(),
		Payload: payload{model, step.Was.Class, step.Now.Class},
		Args: approval.Args{{Name: "account", Text: a.Name}, {Name: "model", Keys: []string{"evaluation.model_" + model}},
			{Name: "was", Keys: []string{Text(model, step.Was.Class)}}, {Name: "becomes", Keys: []string{Text(model, step.Now.Class)}}}}
}

// Text is the text key of a class.
func Text(model, class string) string {
	if class == "" {
		return "evaluation.none"
	}
	return "evaluation." + model + "_" + class
}

// models are the portfolio's names of the governed models.
var models = map[string]string{Tier: "pyramid", Key: "register", VIP: "grid", Grade: "climb", Membership: "card"}

func (b *book) proposal(id kernel.ID, need Need, step Step) (Proposal, error) {
	model := Models[step.At].Model
	reason, err := json.Marshal(b.Why(models[model], step.Row))
	return Proposal{ID: id, Account: step.Account, Model: model, Was: step.Was.Class, Becomes: step.Now.Class, Up: step.Streak.Up,
		AsOf: b.asOf, First: step.Streak.First, Runs: step.Streak.Runs, State: Open, Need: string(need), Reason: string(reason),
		Current: step.Now.Current, Expected: step.Now.Expected}, err
}

// approved puts a proposed class into force.
func (s *Service) approved(tx *db.Tx, a approval.Proposal, _ payload) error {
	by := user(tx.Context())
	tx = identity.Whole(tx)
	p, was, err := s.unchanged(tx, a.ID, func(p Proposal) string { return p.Was })
	if err != nil {
		return err
	}
	c := Class{Account: p.Account, Model: p.Model, Class: p.Becomes, Since: s.today(), Entered: was.Entered, Way: Approved,
		Approval: p.ID, Current: p.Current, Expected: p.Expected, By: by}
	if c.Entered.IsZero() {
		c.Entered = c.Since
	}
	if err := dropStreaks(tx, p.Model, []kernel.ID{p.Account}); err != nil {
		return err
	}
	if err := closed(tx, p.ID, Approved); err != nil {
		return err
	}
	return s.move(tx, c, was, a.Reason, by)
}

// undone takes a class out of force again.
func (s *Service) undone(tx *db.Tx, a approval.Proposal, _ payload) error {
	by := user(tx.Context())
	tx = identity.Whole(tx)
	p, was, err := s.unchanged(tx, a.ID, func(p Proposal) string { return p.Becomes })
	if err != nil {
		return err
	}
	c := was
	c.Class, c.Since, c.Way, c.By = p.Was, s.today(), Undone, by
	if err := closed(tx, p.ID, Undone); err != nil {
		return err
	}
	return s.move(tx, c, was, "", by)
}

// unchanged is a proposal whose account still has the class that it speaks of.
func (s *Service) unchanged(tx *db.Tx, id kernel.ID, wants func(Proposal) string) (Proposal, Class, error) {
	p, err := proposal(tx, id)
	if err != nil {
		return p, Class{}, err
	}
	c, err := class(tx, p.Account, p.Model)
	if err == nil && c.Class != wants(p) {
		err = kernel.Refused("evaluation.changed_meanwhile")
	}
	return p, c, err
}

// ended notes that a change will not be: a refused one rests for a while.
func (s *Service) ended(tx *db.Tx, a approval.Proposal, _ payload) error {
	tx = identity.Whole(tx)
	if err := errors.Join(touch(tx), closed(tx, a.ID, a.State)); err != nil || a.State != approval.Refused {
		return err
	}
	p, err := proposal(tx, a.ID)
	if err != nil {
		return err
	}
	r, err := s.rules(tx)
	if err != nil {
		return err
	}
	return rest(tx, p.Account, p.Model, p.AsOf.AddMonths(r.of(place(p.Model)).Rest))
}

// move puts a class into force, notes it in the history and tells whom it concerns.
func (s *Service) move(tx *db.Tx, c, was Class, reason string, by kernel.ID) error {
	c.By = by
	if err := put(tx, c); err != nil {
		return err
	}
	return s.moved(tx, movedTo(c, was, reason))
}

func movedTo(c, was Class, reason string) Move {
	return Move{ID: kernel.NewID(), Account: c.Account, Model: c.Model, Was: was.Class, Class: c.Class, On: c.Since,
		Way: c.Way, By: c.By, Approval: c.Approval, Reason: reason}
}

// moved notes a change of what is in force, and lets the register follow.
func (s *Service) moved(tx *db.Tx, m Move) error {
	if err := s.note(tx, m); err != nil {
		return err
	}
	return s.register(tx, m)
}

// note writes a change of what is in force into the history.
func (s *Service) note(tx *db.Tx, m Move) error {
	if err := touch(tx); err != nil {
		return err
	}
	if err := addMoves(tx, m); err != nil {
		return err
	}
	if err := event.Emit(s.events, tx, Changed{m}); err != nil {
		return err
	}
	return audit.Changed(inPerson(tx), "evaluation.moved", "account", m.Account, rememberedAs(m.Model, m.Was), rememberedAs(m.Model, m.Class))
}

// remembered is what the audit keeps of a class: under the name of its model.
type remembered struct {
	Tier string `json:"tier"`
	Key  string `json:"key"`
	VIP  string `json:"vip"`

	Grade string `json:"grade"`
	Card  string `json:"card"`
}

func rememberedAs(model, class string) (r remembered) {
	switch model {
	case Tier:
		r.Tier = class
	case Key:
		r.Key = class
	case VIP:
		r.VIP = class
	case Grade:
		r.Grade = class
	case Membership:
		r.Card = class
	}
	return r
}

// register lets the register follow.
func (s *Service) register(tx *db.Tx, m Move) error {
	switch {
	case m.Model != Key || m.Was == m.Class:
		return nil
	case m.Class != "":
		return s.portfolio.Enter(tx, m.On, m.Account)
	}
	return s.portfolio.Unlist(tx, m.Account)
}

// Follow puts a class into force that was decided elsewhere, such as by a merge.
func (s *Service) Follow(tx *db.Tx, model, class string, accounts ...kernel.ID) error {
	return s.followed(tx, model, class, accounts)
}

// listed and unlisted follow where the register goes first: by a nomination, a
// review or a merge.
func (s *Service) listed(tx *db.Tx, e portfolio.Listed) error {
	return s.followed(tx, Key, Models[place(Key)].Classes[0], e.Accounts)
}

func (s *Service) unlisted(tx *db.Tx, e portfolio.Unlisted) error {
	return s.followed(tx, Key, "", e.Accounts)
}

func (s *Service) followed(tx *db.Tx, model, is string, accounts []kernel.ID) error {
	by := user(tx.Context())
	tx = identity.Whole(tx)
	for _, id := range accounts {
		was, err := class(tx, id, model)
		if err != nil {
			return err
		}
		if was.Class == is {
			continue // it was here that it began
		}
		c := was
		c.Account, c.Model, c.Class, c.Since, c.Way, c.By = id, model, is, s.today(), ByRule, by
		if c.Entered.IsZero() {
			c.Entered = c.Since
		}
		if err := put(tx, c); err != nil {
			return err
		}
		if err := s.note(tx, movedTo(c, was, "")); err != nil {
			return err
		}
	}
	return nil
}

// course is how approvals of either kind are carried out.
func (s *Service) course() approval.Course[payload] {
	return approval.Course[payload]{Apply: s.approved, Revert: s.undone, Ended: s.ended}
}
