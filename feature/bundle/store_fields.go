package bundle

import (
	"database/sql/driver"
	"fmt"
	"strings"
)

// Value is how the database keeps fields.
func (f FieldList) Value() (driver.Value, error) { return strings.Join(f, ","), nil }

// Scan reads fields as the database keeps them.
func (f *FieldList) Scan(src any) error {
	text, ok := src.(string)
	if raw, is := src.([]byte); is {
		text, ok = string(raw), true
	}
	if !ok {
		return fmt.Errorf("bundle: fields out of %T", src)
	}
	*f = strings.Split(text, ",")
	return nil
}
