/** Apart from the other components, which come with the screens that show them: this one waits from the start. */
export { RelationshipQuestion } from '../components/RelationshipQuestion';
