// Package calendar decides what somebody sees of his appointments in a calendar of his own.
package calendar
