package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"

	"erba/kernel"
)

// Decode reads a configuration strictly: a field that it does not know is
// refused, and so is what its tags or its Check refuse, each with its place. A field that is not there, because
// the program was younger when it was written, is as it is by default.
func (m Model) Decode(raw []byte) (Config, error) {
	if m.Config == nil {
		return nil, kernel.Refused("model.nothing_to_decide", "model", m.ID)
	}
	complete, err := m.completed(raw)
	if err != nil {
		return nil, m.wrong(err)
	}
	into := reflect.New(reflect.TypeOf(m.Config))
	reader := json.NewDecoder(bytes.NewReader(complete))
	reader.DisallowUnknownFields()
	if err := reader.Decode(into.Interface()); err != nil {
		return nil, m.wrong(err)
	}
	config := into.Elem().Interface().(Config)
	if err := bounded(into.Elem(), ""); err != nil {
		return config, err
	}
	return config, config.Check()
}

// completed is a document with the default's fields where it has none.
func (m Model) completed(raw []byte) ([]byte, error) {
	usual, err := json.Marshal(m.Config)
	if err != nil {
		return nil, err
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(usual, &fields); err != nil {
		return nil, err
	}
	reader := json.NewDecoder(bytes.NewReader(raw))
	if err := reader.Decode(&fields); err != nil {
		return nil, err
	}
	if _, err := reader.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one document")
	}
	return json.Marshal(fields)
}

// wrong is the fault of a document that is no configuration.
func (m Model) wrong(err error) error {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f // such as that of a class there is not
	}
	at := ""
	if t, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		at = t.Field
	} else if _, field, ok := strings.Cut(err.Error(), "unknown field "); ok {
		at = strings.Trim(field, `"`)
	}
	wrong := kernel.Invalid("model.bad_config", "model", m.ID, "field", at)
	if at == "" {
		return wrong
	}
	return wrong.In(at)
}
