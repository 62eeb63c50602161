package interaction

import (
	"context"
	"time"

	"erba/analysis/care"
	"erba/feature/account"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps the log of being in touch.
type Service struct {
	db       *db.DB
	accounts *account.Service
	methods  *method.Service
	now      func() time.Time
}

// NewService returns the service of contacts.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, methods *method.Service) *Service {
	s := &Service{db: d, accounts: accounts, methods: methods, now: time.Now}
	account.Keep(events, belongings)
	return s
}

// belongings are the contacts of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "interactions", Columns: "k.id", Reason: "interaction.was_in_touch", Bring: bring}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE interactions SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("interactions.account_id"))
	return err
}

// clock is the hours of work in force.
func (s *Service) clock(tx *db.Tx) (*care.Clock, error) {
	cfg, _, err := method.Setting[care.Config](s.methods, tx, "M89")
	return cfg.Clock(), err
}

// Log writes a contact down, in the caller's transaction. A visit that is written
// down again takes the place of what was there. Nobody of us named: the viewer.
func (s *Service) Log(tx *db.Tx, i Interaction) (kernel.ID, error) {
	if err := s.accounts.Require(tx, i.Account); err != nil {
		return kernel.ID{}, err
	}
	if !i.Visit.IsZero() {
		if old, err := written(tx, i.Visit); err != nil || len(old) > 0 {
			return s.again(tx, i, old)
		}
	}
	i.ID, i.By, i.Version = kernel.NewID(), user(tx.Context()), 1
	if err := s.settle(tx, &i); err != nil {
		return kernel.ID{}, err
	}
	if err := add(tx, i); err != nil {
		return kernel.ID{}, err
	}
	return i.ID, audit.Changed(tx, "interaction.logged", "interaction", i.ID, nil, i)
}

// again writes a visit over what it was written down as.
func (s *Service) again(tx *db.Tx, i Interaction, old []Interaction) (kernel.ID, error) {
	if len(old) == 0 {
		return kernel.ID{}, kernel.Missing("db.missing")
	}
	i.ID, i.By, i.Version = old[0].ID, old[0].By, old[0].Version
	if err := s.settle(tx, &i); err != nil {
		return i.ID, err
	}
	if err := replace(tx, i); err != nil {
		return i.ID, err
	}
	return i.ID, audit.Changed(tx, "interaction.changed", "interaction", i.ID, old[0], i)
}

// settle fills in what a contact does not say, and checks it.
func (s *Service) settle(tx *db.Tx, i *Interaction) error {
	clock, err := s.clock(tx)
	if err != nil {
		return err
	}
	if i.At > 0 {
		i.On = clock.Day(instant(i.At))
	}
	if i.tidy(); len(i.Users) == 0 && !i.By.IsZero() {
		i.Users = []kernel.ID{i.By}
	}
	if err := i.Check(clock.Day(s.now())); err != nil {
		return err
	}
	if i.At > s.now().Add(time.Minute).UnixMicro() || i.Answered > s.now().Add(time.Minute).UnixMicro() {
		return kernel.Invalid("interaction.bad_day").In("at")
	}
	return s.attending(tx, i)
}

// attending refuses people who are not at the account, and users who are nobody.
func (s *Service) attending(tx *db.Tx, i *Interaction) error {
	if n, err := known(tx, i.Account, i.People); err != nil || n < len(i.People) {
		return either(err, kernel.Invalid("interaction.stranger").In("people"))
	}
	if n, err := colleagues(tx, i.Users); err != nil || n < len(i.Users) {
		return either(err, kernel.Invalid("interaction.no_user").In("users"))
	}
	return nil
}

// Latest is the day of the last contact of accounts; of none in particular, of all
// in sight.
func (s *Service) Latest(tx *db.Tx, accounts ...kernel.ID) (map[kernel.ID]kernel.Date, error) {
	found := make(map[kernel.ID]kernel.Date, len(accounts))
	return found, latest(tx, accounts, func(id kernel.ID, on kernel.Date) { found[id] = on })
}

// Touched are the accounts with a contact within some days.
func (s *Service) Touched(tx *db.Tx, from, until kernel.Date) (map[kernel.ID]bool, error) {
	ids, err := touched(tx, from, until)
	found := make(map[kernel.ID]bool, len(ids))
	for _, id := range ids {
		found[id] = true
	}
	return found, err
}

// Links are who of us was in touch with whom of an account since a day.
func (s *Service) Links(tx *db.Tx, account kernel.ID, since kernel.Date) ([]Link, error) {
	rows, err := links(tx, account, since)
	all := make([]Link, len(rows))
	for at, r := range rows {
		all[at] = r.told()
	}
	return all, err
}

// EachLink calls f with who of us was in touch with whom since a day, of every
// account in sight, one account after the other.
func (s *Service) EachLink(tx *db.Tx, since kernel.Date, f func(account kernel.ID, l Link)) error {
	rows, err := links(tx, kernel.ID{}, since)
	for _, r := range rows {
		f(r.Account, r.told())
	}
	return err
}

func (l link) told() Link {
	l.Both = l.Met > 0 || l.In > 0 && l.Out > 0
	return l.Link
}

// Parts are how many contacts there were with an account since a day, and in how
// many of them each of us took part.
func (s *Service) Parts(tx *db.Tx, account kernel.ID, since kernel.Date) (all int, of map[kernel.ID]int, err error) {
	rows, err := parts(tx, account, since)
	if err != nil {
		return 0, nil, err
	}
	of = make(map[kernel.ID]int, len(rows))
	for _, r := range rows {
		of[r.User] = r.Count
	}
	all, err = number(tx, account, since)
	return all, of, err
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// either is the error, or else what is refused.
func either(err error, refusal *kernel.Fault) error {
	if err != nil {
		return err
	}
	return refusal
}
