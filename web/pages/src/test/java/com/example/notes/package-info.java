/** A page of notes and the server of its own that knows the passwords: the ways docs/persistence.md shows to handle them, so that they compile and work. */
package com.example.notes;
