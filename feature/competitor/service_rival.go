package competitor

import (
	"context"
	"slices"

	"erba/analysis/rivalry"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Threats is the method of what rivals threaten a deal with.
const Threats = "M63"

// Of are those who stand against us in a deal, the greatest threat first, and
// ourselves before them.
func (s *Service) Of(tx *db.Tx, deal kernel.ID) ([]Rival, error) {
	all, err := rivals(tx, deal)
	if err != nil {
		return nil, err
	}
	if err := s.read(tx, all); err != nil {
		return nil, err
	}
	for i, r := range all {
		if r.Kind == Indirect {
			continue
		}
		if all[i].Gate, err = s.scores(tx, deal, r.Competitor); err != nil {
			return nil, err
		}
	}
	return sorted(all), nil
}

// RivalsAt are the competitors in those deals of a customer that have not ended, as
// they are rated in each.
func (s *Service) RivalsAt(tx *db.Tx, account kernel.ID) ([]Rival, error) {
	all, err := rivalsAt(tx, account)
	if err != nil {
		return nil, err
	}
	return all, s.read(tx, all)
}

// read finds what follows from ratings, and by which names rivals are called.
func (s *Service) read(tx *db.Tx, all []Rival) error {
	cfg, _, err := method.Setting[rivalry.Board](s.Methods, tx, Threats)
	if err != nil {
		return err
	}
	var companies, contacts []kernel.ID
	for i := range all {
		all[i].read(&cfg, s.today())
		if c := all[i].Contact; !c.IsZero() {
			contacts = append(contacts, c)
		}
		companies = append(companies, all[i].Competitor)
	}
	names, err := s.Named(tx, companies...)
	if err != nil {
		return err
	}
	persons, err := people(tx, contacts)
	for i, r := range all {
		switch all[i].Name = r.Superior; {
		case r.Kind == Direct:
			all[i].Name = names[r.Competitor]
		case !r.Contact.IsZero():
			all[i].Name = persons[r.Contact]
		}
	}
	return err
}

// Duel is us and those who stand against us in a deal, with who may be added.
func (s *Service) Duel(ctx context.Context, deal kernel.ID) (d Duel, err error) {
	d = Duel{Deal: deal, AsOf: s.today(), Attributes: rivalry.Attributes, Competitors: []Choice{}, People: []Choice{}}
	return d, s.db.Read(ctx, func(tx *db.Tx) error {
		one, err := s.Deals.Deal(tx, deal)
		if err != nil {
			return err
		}
		if d.Rivals, err = s.Of(tx, deal); err != nil {
			return err
		}
		if d.Gate, err = s.scores(tx, deal, kernel.ID{}); err != nil {
			return err
		}
		d.Ratio, d.Best = Strength(d.Gate, d.Rivals)
		all, err := everybody(tx)
		for _, c := range all {
			d.Competitors = append(d.Competitors, Choice{c.ID, c.Name})
		}
		if err != nil {
			return err
		}
		d.Write, err = s.writes(tx, deal)
		if err != nil || !d.Write || one.Account.IsZero() {
			return err
		}
		contacts, err := s.Contacts.People(tx, one.Account)
		for _, c := range contacts {
			d.People = append(d.People, Choice{c.ID, c.Name})
		}
		return err
	})
}

// writes reports whether the viewer may say who stands against us in a deal.
func (s *Service) writes(tx *db.Tx, deal kernel.ID) (bool, error) {
	_, err := s.Deals.Deal(identity.As(tx, writing), deal)
	if missing(err) {
		return false, nil
	}
	return err == nil, err
}

// Judge says who else stands against us in a deal, and how strong he is.
func (s *Service) Judge(ctx context.Context, r Rival) (Rival, error) {
	return s.judge(ctx, r, func(tx *db.Tx, r *Rival) (any, error) {
		r.ID, r.Version = kernel.NewID(), 1
		return nil, addRival(tx, *r)
	})
}

// Rejudge says it anew, over the version that was read.
func (s *Service) Rejudge(ctx context.Context, r Rival) (Rival, error) {
	return s.judge(ctx, r, func(tx *db.Tx, r *Rival) (any, error) {
		old, err := findRival(tx, r.Deal, r.ID)
		switch {
		case err != nil:
			return nil, err
		case old.Kind != r.Kind:
			return nil, kernel.Refused("competitor.other_kind")
		}
		err = replaceRival(tx, *r)
		r.Version++
		return noted(old), err
	})
}

// judge checks what is said, has it written, and finds what follows from it.
func (s *Service) judge(ctx context.Context, r Rival, write func(*db.Tx, *Rival) (before any, err error)) (Rival, error) {
	r.tidy(s.today())
	r.ByID, r.By = author(ctx)
	r.On = s.today()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.fits(tx, r); err != nil {
			return err
		}
		before, err := write(tx, &r)
		if err != nil {
			return err
		}
		if err := audit.Changed(tx, "competitor.judged", "opportunity", r.Deal, before, noted(r)); err != nil {
			return err
		}
		one := []Rival{r}
		err = s.read(tx, one)
		r = one[0]
		return err
	})
	return r, err
}

// fits refuses a rival of a deal that is out of sight, of nobody, or named twice.
func (s *Service) fits(tx *db.Tx, r Rival) error {
	deal, err := s.Deals.Deal(tx, r.Deal)
	if err != nil {
		return err
	}
	if err := r.Check(s.today()); err != nil {
		return err
	}
	if !r.Competitor.IsZero() {
		if _, err := find(tx, r.Competitor); err != nil {
			return err
		}
	}
	if !r.Contact.IsZero() {
		if err := s.acquainted(tx, deal.Account, r.Contact); err != nil {
			return err
		}
	}
	twins, err := alike(tx, r)
	if err == nil && slices.ContainsFunc(twins, func(id kernel.ID) bool { return id != r.ID }) {
		return kernel.Refused("competitor.there_already")
	}
	return err
}

// acquainted refuses people who do not work at the account.
func (s *Service) acquainted(tx *db.Tx, account, contact kernel.ID) error {
	if account.IsZero() {
		return kernel.Invalid("competitor.stranger").In("contact")
	}
	all, err := s.Contacts.People(tx, account)
	if err != nil {
		return err
	}
	for _, c := range all {
		if c.ID == contact {
			return nil
		}
	}
	return kernel.Invalid("competitor.stranger").In("contact")
}

// Drop takes back that somebody stands against us in a deal.
func (s *Service) Drop(ctx context.Context, deal, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := findRival(tx, deal, id)
		if err != nil {
			return err
		}
		before := noted(old)
		old.Version = version
		if err := dropRival(tx, old); err != nil {
			return err
		}
		return audit.Changed(tx, "competitor.dropped", "opportunity", deal, before, nil)
	})
}

// entry is a rival as the audit notes it.
type entry struct {
	Kind       string      `json:"kind"`
	Competitor kernel.ID   `json:"competitor,omitzero"`
	Contact    kernel.ID   `json:"contact,omitzero"`
	Superior   string      `json:"superior,omitzero"`
	Ratings    string      `json:"ratings"`
	Power      int         `json:"power,omitzero"`
	Opposition int         `json:"opposition,omitzero"`
	Active     bool        `json:"active"`
	Incumbent  bool        `json:"incumbent"`
	Weakness   string      `json:"weakness"`
	Evidence   string      `json:"evidence"`
	Expires    kernel.Date `json:"expires"`
}

func noted(r Rival) entry {
	return entry{r.Kind, r.Competitor, r.Contact, r.Superior, r.Digits, r.Power, r.Opposition, r.Active, r.Incumbent, r.Weakness, r.Evidence, r.Expires}
}

// Supplied says whether we supply the customer of a deal now, as far as that is known.
func Supplied(all []Rival) (ours, known bool) {
	for _, r := range all {
		if r.Incumbent {
			return r.Kind == Own, true
		}
	}
	return false, false
}

// concerns says whether a deal is one of an account: people may be judged for it.
func (s *Service) concerns(tx *db.Tx, account, deal kernel.ID) error {
	d, err := s.Deals.Deal(identity.As(tx, "opportunity:read"), deal)
	if err == nil && d.Account != account {
		return kernel.Missing("db.missing")
	}
	return err
}
