package approval

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
)

// Value stores the words.
func (a Args) Value() (driver.Value, error) {
	raw, err := json.Marshal(append(Args{}, a...))
	return string(raw), err
}

// Scan loads them.
func (a *Args) Scan(src any) error {
	text, err := textOf(src)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(text), a)
}

// Value stores the grants with blanks between.
func (s Steps) Value() (driver.Value, error) { return strings.Join(s, " "), nil }

// Scan loads them.
func (s *Steps) Scan(src any) error {
	text, err := textOf(src)
	*s = strings.Fields(text)
	return err
}

func textOf(src any) (string, error) {
	text, ok := src.(string)
	if !ok {
		return "", fmt.Errorf("approval: cannot scan %T", src)
	}
	return text, nil
}
