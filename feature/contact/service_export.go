package contact

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// exporting is the grant under which contacts are taken along.
const exporting = "contact:export"

// Listed are the columns of an exported list, as text keys; the import of contacts
// reads them back.
var Listed = []string{"contact.account_code", "contact.account", "contact.name", "contact.title", "contact.department", "contact.rank", "contact.scope",
	"contact.reports", "contact.phone", "contact.mail", "contact.wechat", "contact.duties", "contact.goals", "contact.manner", "contact.results",
	"contact.colleagues", "contact.partners", "contact.gone"}

// taken are the contacts of an account as the viewer may take them along: what
// stands behind a mask stays here.
func (s *Service) taken(tx *db.Tx, account kernel.ID) (all []Contact, plain bool, err error) {
	if err := s.accounts.Require(tx, account); err != nil {
		return nil, false, err
	}
	if all, err = list(tx, account); err != nil {
		return nil, false, err
	}
	seen, err := among(identity.As(tx, direct), []kernel.ID{account})
	for i := range all {
		if !seen[account] {
			all[i] = all[i].bare()
		}
	}
	return all, seen[account], err
}

// Rows are the contacts of an account as rows under Listed.
func (s *Service) Rows(ctx context.Context, account kernel.ID) (rows iter.Seq[[]any], err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, _, err := s.taken(tx, account)
		if err != nil {
			return err
		}
		firm, err := firmOf(tx, account)
		if err != nil {
			return err
		}
		names := namesOf(all)
		rows = func(yield func([]any) bool) {
			for _, c := range all {
				if !yield([]any{firm.Code, firm.Name, c.Name, c.Title, c.Department, rank(c.Rank), c.Scope, names[c.Reports], c.Phone, c.Mail, c.Wechat,
					c.Duties, c.Goals, c.Manner, c.Results, c.Colleagues, c.Partners, day(c.Gone)}) {
					return
				}
			}
		}
		return nil
	})
	return rows, err
}

// rank is empty where nobody has said.
func rank(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func day(d kernel.Date) any {
	if d.IsZero() {
		return nil
	}
	return d
}

func namesOf(all []Contact) map[kernel.ID]string {
	names := map[kernel.ID]string{}
	for _, c := range all {
		names[c.ID] = c.Name
	}
	return names
}

// VCards are the contacts of an account as visiting cards.
func (s *Service) VCards(ctx context.Context, account kernel.ID) (cards []string, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, _, err := s.taken(tx, account)
		if err != nil {
			return err
		}
		firm, err := firmOf(tx, account)
		names := namesOf(all)
		for _, c := range all {
			cards = append(cards, c.VCard(firm.Name, names[c.Reports]))
		}
		return err
	})
	return cards, err
}

// VCard is one contact as a visiting card, with the name of its file.
func (s *Service) VCard(ctx context.Context, id kernel.ID) (name, card string, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error { // that it was taken along is written down
		c, err := find(tx, id)
		if err != nil {
			return err
		}
		all, _, err := s.taken(tx, c.Account)
		if err != nil {
			return err
		}
		firm, err := firmOf(tx, c.Account)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(o Contact) bool { return o.ID == id })
		name, card = c.Name, all[at].VCard(firm.Name, namesOf(all)[c.Reports])
		return audit.Seen(tx, "contact.card_taken", "contact", id, nil)
	})
	return name, card, err
}

// firm is an account as cards name it.
type firm struct {
	Code string `db:"code"`
	Name string `db:"name"`
}

// Cards is what became of visiting cards that were handed in.
type Cards struct {
	Taken   int      `json:"taken"`
	Updated int      `json:"updated"`
	Same    int      `json:"same"`
	Wrong   []Misfit `json:"wrong"  doc:"Cards that were not taken; the others were"`
	Partly  bool     `json:"partly" doc:"What is wrong keeps nothing else out"`
}

// Misfit is a card that was not taken.
type Misfit struct {
	Card int    `json:"row" doc:"From 1"`
	Name string `json:"name"`
	Says string `json:"says"`
}

// errTried takes back what was only tried.
var errTried = errors.New("contact: only tried")

// Receive takes visiting cards in at an account: new people, and more about those
// who are known; what a card does not say stays.
func (s *Service) Receive(ctx context.Context, account kernel.ID, body io.Reader, try bool, say func(key string, args map[string]any) string) (done Cards, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		met, err := VCards(body, min(identity.Brings(ctx), mostCards))
		if err != nil {
			return err
		}
		if err := recognise(tx, account, met); err != nil {
			return err
		}
		if done, err = s.receive(tx, account, met, say); err == nil && try {
			err = errTried
		}
		return err
	})
	if errors.Is(err, errTried) {
		err = nil
	}
	return done, err
}

// recognise gives those who are here, by cards of our own, the mail by which they are
// told apart: it may have stayed behind a mask when the cards left.
func recognise(tx *db.Tx, account kernel.ID, met []Met) error {
	here, err := list(tx, account)
	for i := range met {
		at := slices.IndexFunc(here, func(c Contact) bool { return c.ID == met[i].known })
		if at >= 0 && met[i].Mail == "" && here[at].Name == met[i].Name {
			met[i].Mail = here[at].Mail
		}
	}
	return err
}

func (s *Service) receive(tx *db.Tx, account kernel.ID, met []Met, say func(string, map[string]any) string) (done Cards, err error) {
	done.Partly, done.Wrong = true, []Misfit{}
	wrong := func(i int, f *kernel.Fault) {
		done.Wrong = append(done.Wrong, Misfit{i + 1, met[i].Name, say(f.Key, f.Args)})
	}
	var good []Contact
	var from []int
	for i := range met {
		met[i].Account = account
		if err := met[i].Check(); err != nil {
			f, is := errors.AsType[*kernel.Fault](err)
			if !is {
				return done, err
			}
			wrong(i, f)
			continue
		}
		good, from = append(good, met[i].Contact), append(from, i)
	}
	out, err := s.Book(tx, good)
	if err != nil {
		return done, err
	}
	for _, r := range out.Refused {
		wrong(from[r.Index], r.Fault)
	}
	links := make([]Link, 0, len(good))
	for _, i := range from {
		links = append(links, Link{met[i].Contact, met[i].Manager})
	}
	hung, err := s.Hang(tx, links)
	for _, r := range hung.Refused {
		wrong(from[r.Index], r.Fault)
	}
	done.Taken, done.Updated, done.Same = out.Inserted, out.Updated, out.Same
	slices.SortFunc(done.Wrong, func(a, b Misfit) int { return cmp.Compare(a.Card, b.Card) })
	return done, err
}
