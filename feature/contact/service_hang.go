package contact

import (
	"errors"

	"erba/kernel"
	"erba/platform/db"
)

// Link is somebody with whom he reports to, as a file names him.
type Link struct {
	Contact
	Manager string
}

// Hang puts contacts below whom a file names as their managers; nobody named is
// none, and takes nothing away.
func (s *Service) Hang(tx *db.Tx, links []Link) (out Outcome, err error) {
	contacts := make([]Contact, len(links))
	for i, l := range links {
		contacts[i] = l.Contact
	}
	states, err := known(tx, contacts)
	if err != nil {
		return out, err
	}
	t := trees{people: map[kernel.ID]Contact{}, named: map[person][]kernel.ID{}}
	for _, c := range states {
		t.people[c.ID] = c
		t.named[person{c.Account, c.Name}] = append(t.named[person{c.Account, c.Name}], c.ID)
	}
	for i, l := range links {
		own, is := states[person{l.Account, l.who()}]
		if l.Manager == "" || !is {
			continue
		}
		old := t.people[own.ID]
		if f, wrong := errors.AsType[*kernel.Fault](t.hang(own.ID, l.Manager)); wrong {
			out.Refused = append(out.Refused, Refusal{i, f})
		} else if next := t.people[own.ID]; next.Reports != old.Reports {
			if err := replace(tx, next); err != nil {
				return out, err
			}
			next.Version++
			t.people[own.ID] = next
			out.Updated++
			out.Written = append(out.Written, kernel.WrittenOver(&old, old.ID, next.Version))
		}
	}
	return out, nil
}

// trees are the people of some accounts while files put them below each other.
type trees struct {
	people map[kernel.ID]Contact
	named  map[person][]kernel.ID
}

// hang puts somebody below the one who is called so at his account.
func (t *trees) hang(id kernel.ID, manager string) error {
	was := t.people[id]
	managers := t.named[person{was.Account, manager}]
	if len(managers) != 1 {
		return kernel.Invalid("contact.no_manager", "name", manager, "count", len(managers))
	}
	next := was
	next.Reports = managers[0]
	t.people[id] = next
	if err := checkLine(t.people, map[kernel.ID]bool{}, next); err != nil {
		t.people[id] = was
		return err
	}
	return nil
}
