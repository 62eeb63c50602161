package collection

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// Value writes the days of steps as a text.
func (d Days) Value() (driver.Value, error) {
	text, err := json.Marshal(d)
	return string(text), err
}

// Scan reads them back.
func (d *Days) Scan(src any) error {
	switch text := src.(type) {
	case string:
		return json.Unmarshal([]byte(text), d)
	case []byte:
		return json.Unmarshal(text, d)
	}
	return fmt.Errorf("collection: %T are no days of steps", src)
}
