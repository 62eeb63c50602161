package identity

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"erba/kernel"
)

// The two roles that a company begins with.
const (
	Admin    = "admin"
	Director = "director"
)

// Roles are the names of a user's roles, one TEXT in SQL.
type Roles []string

// Value stores the names with blanks between.
func (r Roles) Value() (driver.Value, error) { return strings.Join(r, " "), nil }

// Scan loads them from either engine.
func (r *Roles) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("identity: cannot scan %T into Roles", src)
	}
	*r = strings.Fields(s)
	return nil
}

// User is somebody who can sign in.
type User struct {
	ID       kernel.ID `db:"id"`
	Login    string    `db:"login"`
	Name     string    `db:"name"`
	Password string    `db:"password"` // the hash
	OneTime  bool      `db:"one_time"` // the password only serves to set another
	Roles    Roles     `db:"roles"`
	Language string    `db:"language"`
	Boss     kernel.ID `db:"boss_id"`
	Owner    kernel.ID `db:"owner_id"` // who answers for a service account; none: a person
	Active   bool      `db:"active"`
	Era      int64     `db:"era"` // sessions of an earlier era no longer hold
	Version  int64     `db:"version"`
}

// Is reports whether the user has a role.
func (u User) Is(role string) bool { return slices.Contains(u.Roles, role) }
