// Package servicing decides whether better service pays for what it costs.
package servicing
