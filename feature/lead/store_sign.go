package lead

import (
	"database/sql/driver"
	"fmt"
	"strings"
)

// Value is how the database keeps signs.
func (s Signs) Value() (driver.Value, error) { return strings.Join(s, ","), nil }

// Scan reads signs as the database keeps them.
func (s *Signs) Scan(src any) error {
	text := fmt.Sprint(src)
	if raw, ok := src.([]byte); ok {
		text = string(raw)
	}
	*s = Signs{}
	if text != "" {
		*s = strings.Split(text, ",")
	}
	return nil
}
